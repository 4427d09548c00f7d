import Synchronization

/// A value that is made when it is first asked for, and once, whichever threads ask.
final class Once<Value: Sendable>: Sendable {
    private let made = Mutex<Value?>(nil)

    func value(_ make: () -> Value) -> Value {
        made.withLock { made in
            if let made { return made }
            let value = make()
            made = value
            return value
        }
    }
}

/// Likewise one value for each key: two of them can be made at once.
final class OnceEach<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let values = Mutex<[Key: Once<Value>]>([:])

    func value(for key: Key, _ make: () -> Value) -> Value {
        let once = values.withLock { values in
            let once = values[key] ?? Once()
            values[key] = once
            return once
        }
        return once.value(make)
    }
}
