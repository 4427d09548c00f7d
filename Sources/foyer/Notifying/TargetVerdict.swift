import Foundation
import Simkl

/// What a service's answer to a message means.
enum TargetVerdict {
    case told
    /// It has not told it, and may another time.
    ///
    /// - Parameter after: when to come again, where that may be soon.
    case kept(reason: String, code: Failure.Code, after: Duration?)
    /// Nobody knows whether it has told it: it is not told again.
    case unknown(reason: String)
}

extension TargetVerdict {
    /// - Parameter attempt: how often it was tried, from 1.
    init(_ answer: MessageAnswer, of service: NoticeTarget.Service, attempt: Int) {
        switch answer {
        case .notSent(let reason):
            self = .kept(reason: "cannot be reached (\(reason))", code: .unreachable, after: Self.pause(attempt))
        case .unknown(let reason): self = .unknown(reason: "has not answered (\(reason))")
        case .answered(let status, let retryAfter, let body):
            let word = Answer(body)
            switch status {
            case 200..<300:
                self = service.isTaken(word) ? .told : .unknown(reason: "gave an answer that is not that of \(service.rawValue)")
            // A gateway gave up on whoever may have told it.
            case 408, 502, 504, 520, 524: self = .unknown(reason: "has not answered in time (\(status))")
            case 429:
                let seconds = max(retryAfter ?? 0, word?.retryAfter ?? 0)
                let after = seconds > 0 ? Duration.seconds(seconds) : Self.pause(attempt)
                self = .kept(reason: "asks for fewer messages (429)", code: .tryAgain, after: after)
            case 500...599:
                let after = retryAfter.map { Duration.seconds(max(1, $0)) } ?? Self.pause(attempt)
                self = .kept(reason: "is out of order (\(status))", code: .tryAgain, after: after)
            case 300..<400: self = .kept(reason: "leads to another address (\(status))", code: .data, after: nil)
            default: self = .kept(reason: "refused the message (\(status)\(word?.reason ?? ""))", code: .data, after: nil)
            }
        }
    }

    /// Two more tries.
    private static func pause(_ attempt: Int) -> Duration? { attempt <= 2 ? .seconds(attempt) : nil }

    /// What services say, as far as it tells something.
    fileprivate struct Answer: Decodable {
        /// Telegram's.
        var ok: Bool?
        var description: String?
        var parameters: Parameters?
        /// Discord's, and ntfy's.
        var id: String?
        var wait: Double?

        struct Parameters: Decodable {
            var wait: Double?

            private enum CodingKeys: String, CodingKey { case wait = "retry_after" }
        }

        private enum CodingKeys: String, CodingKey {
            case ok, description, parameters, id
            case wait = "retry_after"
        }

        init?(_ body: Data) {
            guard let answer = try? JSONDecoder().decode(Self.self, from: body) else { return nil }
            self = answer
        }

        /// Whole seconds.
        var retryAfter: Int? {
            (wait ?? parameters?.wait).flatMap { $0 >= 0 && $0 <= 86_400 ? Int($0.rounded(.up)) : nil }
        }

        /// Telegram says what is wrong with a message. It may be printed, so only plain words are taken: never a key that is told back.
        var reason: String {
            let all: [Substring] = (description ?? "").split(separator: " ")
            let words: [String] = all.map(String.init).filter { word in
                word.count <= 20 && word.allSatisfy { $0.isASCII && ($0.isLetter || ",.:'".contains($0)) }
            }
            return words.isEmpty ? "" : ", “\(words.prefix(12).joined(separator: " "))”"
        }
    }
}

extension NoticeTarget.Service {
    /// Whether a good status comes from who was meant, and not from something in between.
    fileprivate func isTaken(_ answer: TargetVerdict.Answer?) -> Bool {
        switch self {
        case .ntfy, .discord: answer?.id != nil
        case .telegram: answer?.ok == true
        case .webhook, .output: true
        }
    }
}
