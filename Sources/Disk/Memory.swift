import CLinux

/// What the program has of the machine's memory.
public enum Memory {
    /// Large blocks go back as soon as nothing is in them, however many there have been: else the allocator keeps ever larger ones.
    public static func returnLargeBlocks() {
        let mmapThreshold: Int32 = -3
        _ = mallopt(mmapThreshold, 4 << 20)
    }

    /// Gives back what nothing is in any more. The allocator keeps it else, in pieces that the next stage's values do not fit into.
    public static func giveBack() { _ = malloc_trim(0) }
}
