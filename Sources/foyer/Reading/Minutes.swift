/// Minutes in words, by the rule of the site's pages: `45 min`, `2 h 5 min`, from ten hours on `13 h`.
func inWords(minutes: Int) -> String {
    if minutes < 60 { return "\(minutes) min" }
    if minutes >= 600 { return "\((minutes + 30) / 60) h" }
    return "\(minutes / 60) h" + (minutes % 60 > 0 ? " \(minutes % 60) min" : "")
}
