import Disk
import Foundation
import SystemPackage
import TestSupport

@testable import FoyerSite

/// A folder of a test with a site in it, published by hand: files by their path.
final class PublishedFolder: Sendable {
    private let scratch: Scratch
    var path: String { scratch.path }
    var site: String { "\(path)/site" }
    var working: String { "\(site)/.foyer-working" }

    init() throws { scratch = try Scratch() }

    func publisher(isForced: Bool = false) throws -> SitePublisher {
        try SitePublisher(
            try OutputFolder(site, inputs: [], home: nil), program: 1, secrets: SecretSearch([String]()), isForced: isForced)
    }

    /// Publishes these files and no others.
    @discardableResult
    func publish(
        _ files: [String: String], isForced: Bool = false, meanwhile: () throws -> Void = {}
    ) throws -> SitePublisher.Summary {
        try publish(files.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, isForced: isForced, meanwhile: meanwhile)
    }

    /// The same, of names that may look the same.
    @discardableResult
    func publish(
        _ files: [(path: String, text: String)], isForced: Bool = false, meanwhile: () throws -> Void = {}
    ) throws -> SitePublisher.Summary {
        let publisher = try publisher(isForced: isForced)
        let staged = try files.map { try publisher.staging.stage(Array($0.text.utf8), at: FilePath($0.path)) }
        try meanwhile()
        return try publisher.publish(staged)
    }

    func write(_ text: String, to file: String) throws { try scratch.write(text, to: file) }

    /// The files of the site, but for the manifest; what a build that was stopped has left among them only where it is asked for.
    func files(withWork: Bool = true) throws -> [String: String] {
        var files: [String: String] = [:]
        for file in try FileManager.default.subpathsOfDirectory(atPath: site) where file != ".foyer-manifest" {
            if !withWork, file.hasPrefix(".foyer-working/") { continue }
            // Folders and links have no contents.
            guard Files<PublishError>.entry("\(site)/\(file)") == .file else { continue }
            files[file] = String(decoding: try Data(contentsOf: URL(filePath: "\(site)/\(file)")), as: UTF8.self)
        }
        return files
    }

    func isThere(_ path: String) -> Bool { (try? FileManager.default.attributesOfItem(atPath: path)) != nil }
}

extension Journal {
    /// As it is written.
    var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension OutputManifest {
    /// As it is written.
    var text: String { String(decoding: bytes, as: UTF8.self) }
}
