import Disk

/// Folders, with publishing's errors.
typealias SiteFolder = Folder<PublishError>
