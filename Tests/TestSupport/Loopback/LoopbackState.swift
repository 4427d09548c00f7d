import Foundation

/// Everything that the servers know: a request and this give an answer and the next state.
struct LoopbackState: Sendable {
    var account: LoopbackAccount
    var options: LoopbackOptions
    var grants = Grants()
    var limits = Limits()
    var faults: [LoopbackFault] = []
    var log: [LoopbackRequest] = []
    var violations: [String] = []

    init(account: LoopbackAccount, options: LoopbackOptions) {
        self.account = account
        self.options = options
    }

    mutating func answer(_ request: LoopbackRequest) -> LoopbackAnswer {
        let position = log.count
        log.append(request)
        let fault = fault(for: request)
        var answer = fault?.instead ?? honestAnswer(request)
        fault?.change?(&answer, request)
        log[position].status = answer.status
        return answer
    }

    private mutating func honestAnswer(_ request: LoopbackRequest) -> LoopbackAnswer {
        do {
            switch request.host {
            case .api: return try answerAPI(request)
            case .cdn: return try answerCDN(request)
            case .foreign: return LoopbackAnswer(200, [:])
            }
        } catch {
            return error.answer
        }
    }

    /// The first fault that is due; it counts every request that it matches.
    private mutating func fault(for request: LoopbackRequest) -> LoopbackFault? {
        for index in faults.indices where faults[index].matches(request) {
            if faults[index].skipping > 0 {
                faults[index].skipping -= 1
            } else if faults[index].times > 0 {
                faults[index].times -= 1
                return faults[index]
            }
        }
        return nil
    }

    mutating func note(_ violation: String, _ request: LoopbackRequest) {
        violations.append("\(violation): \(request.summary)")
    }
}

/// An answer that says no.
struct Refusal: Error {
    var answer: LoopbackAnswer

    init(_ answer: LoopbackAnswer) { self.answer = answer }

    init(_ status: Int, _ code: String, _ message: String? = nil) {
        answer = LoopbackAnswer(
            status, .present(["error": .string(code), "code": .int(status), "message": message.map { .string($0) }]))
        if status == 401 { answer.set("WWW-Authenticate", "Bearer realm=\"api.simkl.com\", error=\"\(code)\"") }
    }

    /// The envelope of OAuth 2 and of the write lock.
    init(_ status: Int, _ code: String, description: String) {
        answer = LoopbackAnswer(status, ["error": .string(code), "error_description": .string(description)])
    }

    func with(_ name: String, _ value: String) -> Self {
        var refusal = self
        refusal.answer.set(name, value)
        return refusal
    }
}
