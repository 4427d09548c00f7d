import Foundation

/// What is served beside the site, and is no part of it: how a page learns that there is a newer one, and what it looks like when there
/// is none.
///
/// Why a worker: a page of the site may fetch nothing, and its policy stays as it will be published; a worker of the site's own has one
/// of its own.
enum PreviewFiles {
    /// No file of a site has this name.
    static let path = "/.foyer/"
    /// Where a page's worker waits for another version than the one that it names.
    static let version = "version"

    static func file(_ name: some StringProtocol) -> String? {
        switch name {
        case "reload.js": reload
        case "wait.js": wait
        case "fault.css": style
        default: nil
        }
    }

    /// The same page, which is loaded anew when there is another version than this.
    static func watching(_ page: [UInt8], version: String) -> [UInt8] {
        let script = "<script src=\"\(path)reload.js\" data-version=\"\(version)\" defer></script>\n"
        let page = String(decoding: page, as: UTF8.self)
        guard let end = page.range(of: "</body>", options: .backwards) else { return Array((page + script).utf8) }
        return Array((page[..<end.lowerBound] + script + page[end.lowerBound...]).utf8)
    }

    /// Only while the page is seen: a browser opens no more than six connections to a host.
    private static let reload = """
        "use strict";
        {
          const version = document.currentScript.dataset.version;
          let worker = null;
          const watch = () => {
            if (document.hidden === (worker === null)) return;
            if (document.hidden) {
              worker.terminate();
              worker = null;
            } else {
              worker = new Worker("\(path)wait.js?" + version);
              worker.onmessage = () => location.reload();
            }
          };
          document.addEventListener("visibilitychange", watch);
          watch();
        }

        """

    private static let wait = """
        "use strict";
        (async () => {
          const known = location.search.slice(1);
          for (;;) {
            try {
              const answer = await fetch("\(path)\(version)?" + known, { cache: "no-store" });
              if (answer.ok && (await answer.text()) !== known) return postMessage("changed");
              if (!answer.ok) throw new Error(answer.statusText);
            } catch {
              await new Promise((resolve) => setTimeout(resolve, 1000));
            }
          }
        })();

        """

    private static let style = """
        :root { color-scheme: light dark; --ink: light-dark(#1d1a17, #efe9e1); --paper: light-dark(#fbf8f3, #171412); --mark: light-dark(#f6d9c9, #5a2a1c); }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
        main { max-inline-size: 60rem; margin: 0 auto; padding: 2rem 1rem; }
        h1 { font-size: 1.5rem; }
        .message { font-size: 1.125rem; overflow-wrap: anywhere; }
        .place { font-family: monospace; overflow-wrap: anywhere; }
        pre { overflow-x: auto; padding-block: .75rem; border: 1px solid; border-radius: .5rem; }
        pre span { display: block; padding-inline: .75rem; }
        pre span.here { background: var(--mark); font-weight: bold; }
        """
}
