import Disk

/// The file system, with publishing's errors.
typealias FileSystem = Files<PublishError>
