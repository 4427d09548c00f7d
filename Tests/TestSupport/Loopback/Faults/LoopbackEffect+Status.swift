import Foundation

/// Faults that Simkl itself states.
extension LoopbackEffect {
    /// An error as Simkl words it: the name in `error`, the status in `code`.
    public static func status(_ status: Int, _ error: String = "internal", retryAfter: String? = nil) -> Self {
        var answer = Refusal(status, error).answer
        answer.set("Retry-After", retryAfter)
        return .answer(answer)
    }

    public static var tokenFailed: Self { .status(401, "user_token_failed") }
    public static var tokenExpired: Self { .status(401, "invalid_token") }
    public static var forbidden: Self { .status(403, "private_profile") }
    public static var notFound: Self { .status(404, "id_err") }
    public static var clientFailed: Self { .status(412, "client_id_failed") }
    /// More than one second allows, with the misleading time of the daily reset.
    public static var tooFast: Self { .status(429, "rate_limit", retryAfter: "45000") }
    /// The day's quota is gone.
    public static var quotaGone: Self { .status(429, "user_limit_exceeded", retryAfter: "45000") }

    /// Another write is running.
    public static var locked: Self {
        .answer(Refusal(400, "rate_limit", description: "Another sync is in progress. Please try again later.").answer)
    }

    /// A bad gateway's page.
    public static func gateway(_ status: Int = 502) -> Self {
        .answer(LoopbackAnswer(status, Data("<html><body>\(status): cloudflare</body></html>".utf8), type: "text/html"))
    }

    /// Other answers with their true status and JSON.
    public static func json(_ json: JSON, status: Int = 200) -> Self { .answer(LoopbackAnswer(status, json)) }

    /// Changes the JSON that Simkl has answered.
    public static func edit(_ edit: @escaping @Sendable (inout JSON) -> Void) -> Self {
        .change { answer in
            guard var json = try? JSON(answer.body.data) else { return }
            edit(&json)
            answer.body = LoopbackBody(json.data)
        }
    }

    /// Leaves titles out of every list of a library's answer.
    public static func dropping(_ isDropped: @escaping @Sendable (Int) -> Bool) -> Self {
        .edit { json in
            for (key, list) in json.members {
                json[key] = .array(
                    list.elements.filter { item in
                        let media = item["show"] ?? item["movie"] ?? item["anime"]
                        return !isDropped(media?["ids"]?["simkl"]?.int ?? 0)
                    })
            }
        }
    }

    /// Sends to the same address again: with `times: n`, so many hops; without end, a loop.
    public static var redirectToItself: Self {
        Self(change: { answer, request in
            let query = request.query.map {
                "\($0.name)=\(($0.value ?? "").addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
            }
            answer = LoopbackAnswer(302, Data(), type: "text/html")
                .with("Location", request.path + (query.isEmpty ? "" : "?" + query.joined(separator: "&")))
        })
    }

    /// Sends elsewhere; see ``LoopbackSimkl/foreignURL``.
    public static func redirect(to address: String, status: Int = 302) -> Self {
        .answer(LoopbackAnswer(status, Data(), type: "text/html").with("Location", address))
    }
}
