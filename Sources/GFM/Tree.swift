import CCMarkGFM
import Synchronization

/// A parsed document and the only door to cmark-gfm: no C name leaves this file.
///
/// The tree belongs to one caller at a time and is freed with the last reference to it.
struct Tree: ~Copyable {
    /// Registers cmark's extensions once for the process, and learns the type of tables, which exists only from then on.
    private static let tableType: cmark_node_type = {
        cmark_gfm_core_extensions_ensure_registered()
        let sample = parse(Array("|a|\n|-|\n".utf8), extensions: ["table"], options: CMARK_OPT_DEFAULT)
        defer { unsafe cmark_node_free(sample.root) }
        guard let table = unsafe cmark_node_first_child(sample.root) else { return CMARK_NODE_NONE }
        return unsafe cmark_node_get_type(table)
    }()

    private static let parsing = ParsingLock()

    private let document: Parsed
    private let options: Int32
    /// Holds what decorating took out of the tree: the text of inline nodes lies in the buffer of the block they were parsed in.
    let detached: Node

    /// Parses any text at all: in Markdown there is no wrong input.
    init(parsing markdown: [UInt8], dialect: Dialect) {
        _ = Self.tableType
        options = dialect.footnotes ? CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES : CMARK_OPT_DEFAULT
        detached = .custom(block: true, open: "", close: "")
        let options = options
        let extensions = dialect.extensions(for: markdown)
        document = Self.parsing.withLock(isExclusive: extensions.contains(where: Dialect.changeParsing.contains)) {
            Self.parse(markdown, extensions: extensions, options: options)
        }
    }

    deinit {
        unsafe cmark_node_free(document.root)
        detached.free()
        unsafe cmark_llist_free(cmark_get_default_mem_allocator(), document.extensions)
    }

    var root: Node { unsafe Node(document.root) }

    func html() -> [UInt8] { html(of: root) }

    /// - Parameter node: of this tree.
    func html(of node: Node) -> [UInt8] {
        guard let text = unsafe node.html(options: options, extensions: document.extensions) else { return [] }
        defer { unsafe cmark_get_default_mem_allocator().pointee.free(text) }
        return unsafe Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
    }

    @safe private struct Parsed {
        let root: OpaquePointer?
        /// What the renderer needs too, or `tagfilter` would be silently skipped.
        let extensions: UnsafeMutablePointer<cmark_llist>?
    }

    private static func parse(_ text: [UInt8], extensions: [String], options: Int32) -> Parsed {
        let memory = unsafe cmark_get_default_mem_allocator()
        guard let parser = unsafe cmark_parser_new_with_mem(options, memory) else {
            return unsafe Parsed(root: cmark_node_new(CMARK_NODE_DOCUMENT), extensions: nil)
        }
        defer { unsafe cmark_parser_free(parser) }
        var attached: UnsafeMutablePointer<cmark_llist>?
        for name in extensions {
            guard let found = unsafe cmark_find_syntax_extension(name) else { continue }
            unsafe cmark_parser_attach_syntax_extension(parser, found)
            unsafe attached = cmark_llist_append(memory, attached, UnsafeMutableRawPointer(found))
        }
        unsafe text.withUnsafeBytes { bytes in
            unsafe bytes.withMemoryRebound(to: CChar.self) { unsafe cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        return unsafe Parsed(root: cmark_parser_finish(parser), extensions: attached)
    }

    /// What a node is, as far as decorating asks.
    enum Kind {
        case paragraph, heading, list, item, codeBlock, table, thematicBreak
        case text, code, softBreak, link, image, strong, emphasis, other
    }

    /// A node of a living tree. Using it after its tree is gone is a mistake of this module, so it never leaves it.
    @safe struct Node {
        private let pointer: OpaquePointer

        init(_ pointer: OpaquePointer?) {
            // cmark gives a null node only when memory is exhausted, where its own allocator has already ended the process.
            unsafe self.pointer = pointer ?? cmark_node_new(CMARK_NODE_DOCUMENT)
        }

        private init?(existing pointer: OpaquePointer?) {
            guard let pointer = unsafe pointer else { return nil }
            unsafe self.pointer = pointer
        }

        var kind: Kind {
            let type = unsafe cmark_node_get_type(pointer)
            return switch type {
            case CMARK_NODE_PARAGRAPH: .paragraph
            case CMARK_NODE_HEADING: .heading
            case CMARK_NODE_LIST: .list
            case CMARK_NODE_ITEM: .item
            case CMARK_NODE_CODE_BLOCK: .codeBlock
            case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
            case CMARK_NODE_TEXT: .text
            case CMARK_NODE_CODE: .code
            case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: .softBreak
            case CMARK_NODE_LINK: .link
            case CMARK_NODE_IMAGE: .image
            case CMARK_NODE_STRONG: .strong
            case CMARK_NODE_EMPH: .emphasis
            case tableType: .table
            default: .other
            }
        }

        var children: [Node] {
            var result: [Node] = []
            var next = firstChild
            while let node = next {
                result.append(node)
                next = node.next
            }
            return result
        }

        var firstChild: Node? { unsafe Node(existing: cmark_node_first_child(pointer)) }
        var next: Node? { unsafe Node(existing: cmark_node_next(pointer)) }
        var previous: Node? { unsafe Node(existing: cmark_node_previous(pointer)) }
        /// The text of a text, code or code block node.
        var literal: String { unsafe Self.string(cmark_node_get_literal(pointer)) }
        /// The destination of a link or an image.
        var url: String { unsafe Self.string(cmark_node_get_url(pointer)) }
        /// What stands behind the opening fence of a code block.
        var fenceInfo: String { unsafe Self.string(cmark_node_get_fence_info(pointer)) }
        var headingLevel: Int { unsafe Int(cmark_node_get_heading_level(pointer)) }
        /// Whether an item has a check box.
        var isTask: Bool { unsafe cmark_node_get_syntax_extension(pointer) != nil }
        var isBulletList: Bool { unsafe cmark_node_get_list_type(pointer) == CMARK_BULLET_LIST }

        func setLiteral(_ text: String) { _ = unsafe cmark_node_set_literal(pointer, text) }

        /// Puts `new` where this node is, which ends up among the last children of the detached nodes.
        func replace(with new: Node, detached: Node) {
            _ = unsafe cmark_node_replace(pointer, new.pointer)
            detached.append(self)
        }

        /// Moves a node here, from wherever it was.
        func append(_ child: Node) { _ = unsafe cmark_node_append_child(pointer, child.pointer) }

        fileprivate func html(options: Int32, extensions: UnsafeMutablePointer<cmark_llist>?) -> UnsafeMutablePointer<CChar>? {
            unsafe cmark_render_html(pointer, options, extensions)
        }

        fileprivate func free() { unsafe cmark_node_free(pointer) }

        /// A node that carries HTML of our own around its children.
        static func custom(block: Bool, open: String, close: String, children: [Node] = []) -> Node {
            let node = unsafe Node(cmark_node_new(block ? CMARK_NODE_CUSTOM_BLOCK : CMARK_NODE_CUSTOM_INLINE))
            _ = unsafe cmark_node_set_on_enter(node.pointer, open)
            _ = unsafe cmark_node_set_on_exit(node.pointer, close)
            for child in children { node.append(child) }
            return node
        }

        private static func string(_ text: UnsafePointer<CChar>?) -> String {
            guard let text = unsafe text else { return "" }
            return unsafe String(cString: text)
        }
    }
}

extension Tree.Node {
    /// The text inside, without any markup.
    var plainText: String {
        switch kind {
        case .text, .code: literal
        case .softBreak: " "
        default: children.map(\.plainText).joined()
        }
    }
}
