extension RandomAccessCollection where Index == Int {
    /// Of elements in order, the position of the first that is not before what is looked for, else the end.
    ///
    /// - Parameter isBefore: true for the first elements, false for all others.
    func sortedIndex(isBefore: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
