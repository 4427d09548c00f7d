/// Some notices in one text, as long as a place takes it.
public struct NoticeMessage: Sendable {
    public private(set) var text = ""
    /// Those that it tells, and those that it only counts.
    public private(set) var notices: [Notice] = []

    public var keys: [String] { notices.flatMap(\.keys) }

    public var lines: [String] { text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }

    private var section: String?

    /// What a run sends to one place at most; the last message says how many more there are.
    private static let most = 4
    /// Room for that.
    private static let room = 200

    /// All notices, in as few messages as they fit in, each a whole number of lines.
    static func all(of notices: [Notice], as form: NoticeForm, within limit: Int) -> [NoticeMessage] {
        var (messages, message): ([NoticeMessage], NoticeMessage) = ([], NoticeMessage())
        for (position, notice) in notices.enumerated() {
            let longer = message.adding(notice, form)
            if message.notices.isEmpty || form.size(of: longer.text) <= limit - room {
                message = longer
            } else if messages.count + 1 < most {
                messages.append(message)
                message = NoticeMessage().adding(notice, form)
            } else {
                message.count(notices[position...], form)
                break
            }
        }
        return messages + (message.notices.isEmpty ? [] : [message])
    }

    private func adding(_ notice: Notice, _ form: NoticeForm) -> NoticeMessage {
        var longer = self
        if notice.section != section {
            longer.text += (text.isEmpty ? "" : "\n\n") + form.heading(notice.section)
            longer.section = notice.section
        }
        longer.text += "\n" + form.line(notice.words, address: notice.address)
        longer.notices.append(notice)
        return longer
    }

    private mutating func count(_ rest: ArraySlice<Notice>, _ form: NoticeForm) {
        text += "\n" + form.line(phrase("notify.more", count: rest.count))
        notices += rest
    }
}
