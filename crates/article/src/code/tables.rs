//! The languages.

mod rare;

use super::languages::Extra::{
    AtAttributes, AtVariables, CapitalCalls, Capitals, ColonKeys, Dollar, EqualKeys, HashAttributes, Hyphens,
    Lifetimes, Macros, NestedComments, NoCalls, Options, PrefixedQuotes, Preprocessor, Regex, Sections,
    StringKeys, Symbols,
};
use super::languages::{Kind, Language, Quote};

const DOUBLE: Quote = Quote { open: "\"", close: "\"", escapes: true, lines: false };
const SINGLE: Quote = Quote { open: "'", close: "'", escapes: true, lines: false };
const BACK: Quote = Quote { open: "`", close: "`", escapes: true, lines: true };
const RAW_BACK: Quote = Quote { escapes: false, ..BACK };
const THREE: Quote = Quote { open: "\"\"\"", close: "\"\"\"", escapes: true, lines: true };
const THREE_SINGLE: Quote = Quote { open: "'''", close: "'''", ..THREE };
/// Over lines, and without escapes, in shells.
const LONG_DOUBLE: Quote = Quote { lines: true, ..DOUBLE };
const LONG_SINGLE: Quote = Quote { escapes: false, lines: true, ..SINGLE };
const PLAIN_SINGLE: Quote = Quote { escapes: false, ..SINGLE };

/// Like C, without words.
const BASE: Language = Language {
    names: "",
    kind: Kind::Words,
    line_comments: &["//"],
    block_comments: &[("/*", "*/")],
    quotes: &[DOUBLE, SINGLE],
    keywords: "",
    types: "",
    constants: "true false null",
    functions: "",
    any_case: false,
    extras: &[Capitals],
};
/// With `#` comments, without words.
const HASH: Language = Language { line_comments: &["#"], block_comments: &[], ..BASE };
const OTHER: Language =
    Language { line_comments: &[], block_comments: &[], quotes: &[], constants: "", extras: &[], ..BASE };

/// All that are known, the common ones first.
pub(super) fn all() -> impl Iterator<Item = &'static Language> {
    COMMON.iter().chain(rare::RARE)
}

const COMMON: &[Language] = &[
    Language {
        names: "rust rs",
        quotes: &[Quote { lines: true, ..DOUBLE }],
        keywords: "as async await break const continue crate dyn else enum extern fn for if impl in let loop match mod \
            move mut pub ref return self static struct super trait type union unsafe use where while yield",
        types: "bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize Self",
        constants: "true false None",
        extras: &[Capitals, HashAttributes, Lifetimes, Macros, NestedComments, PrefixedQuotes],
        ..BASE
    },
    JAVASCRIPT,
    Language {
        names: "typescript ts tsx mts cts",
        keywords: "abstract any as asserts async await break case catch class const continue debugger declare default \
            delete do else enum export extends finally for from function get if implements import in infer instanceof \
            interface is keyof let namespace new of override private protected public readonly return satisfies set \
            static super switch this throw try type typeof var void while with yield",
        types: "any bigint boolean never number object string symbol unknown void",
        extras: &[Capitals, AtAttributes, Regex],
        ..JAVASCRIPT
    },
    Language {
        names: "python py python3 py3 pyi pycon sage",
        quotes: &[THREE, THREE_SINGLE, DOUBLE, SINGLE],
        keywords: "and as assert async await break case class continue def del elif else except finally for from global \
            if import in is lambda match nonlocal not or pass raise return try type while with yield",
        types: "bool bytes dict float frozenset int list object set str tuple complex",
        constants: "True False None NotImplemented Ellipsis self cls",
        functions: "print len range open sorted enumerate zip map filter sum min max abs isinstance super input",
        extras: &[Capitals, AtAttributes, PrefixedQuotes],
        ..HASH
    },
    SHELL,
    Language { names: "console shell-session terminal shellsession", kind: Kind::Session, ..OTHER },
    Language {
        names: "html htm xhtml xml svg vue svelte rss atom plist mathml xsl xslt",
        kind: Kind::Markup,
        ..OTHER
    },
    Language { names: "css scss less postcss", kind: Kind::Styles, ..OTHER },
    Language { names: "diff patch udiff", kind: Kind::Diff, ..OTHER },
    Language { names: "markdown md mdx mkd gfm", kind: Kind::Markdown, ..OTHER },
    Language {
        names: "json jsonc json5 geojson jsonl ndjson webmanifest",
        extras: &[StringKeys, NoCalls, ColonKeys],
        ..BASE
    },
    Language {
        names: "yaml yml",
        quotes: &[LONG_DOUBLE, PLAIN_SINGLE],
        constants: "true false null yes no on off True False Null",
        extras: &[ColonKeys, StringKeys, Hyphens, NoCalls],
        ..HASH
    },
    Language {
        names: "toml",
        quotes: &[THREE, THREE_SINGLE, DOUBLE, PLAIN_SINGLE],
        extras: &[EqualKeys, Sections, Hyphens, NoCalls],
        constants: "true false inf nan",
        ..HASH
    },
    Language {
        names: "ini cfg conf properties editorconfig desktop dotenv env systemd gitconfig",
        line_comments: &["#", ";"],
        quotes: &[DOUBLE],
        constants: "true false yes no on off",
        extras: &[EqualKeys, Sections, Hyphens, NoCalls],
        ..HASH
    },
    Language {
        names: "c h",
        keywords: "auto break case const continue default do else enum extern for goto if inline register restrict return \
            sizeof static struct switch typedef typeof union volatile while _Atomic _Generic alignas constexpr",
        types: "bool char double float int long short signed unsigned void size_t ssize_t int8_t int16_t int32_t int64_t \
            uint8_t uint16_t uint32_t uint64_t uintptr_t FILE",
        constants: "true false NULL nullptr",
        extras: &[Capitals, CapitalCalls, Preprocessor],
        ..BASE
    },
    CPP,
    Language {
        names: "objective-c objectivec objc obj-c objective-c++ mm",
        keywords: "auto break case const continue default do else enum extern for goto if in inline return self sizeof \
            static struct super switch typedef union volatile while nonatomic strong weak copy readonly",
        types: "id BOOL SEL IMP char double float int long short unsigned void instancetype",
        constants: "YES NO nil NULL true false",
        extras: &[Capitals, CapitalCalls, Preprocessor, AtAttributes],
        ..CPP
    },
    Language {
        names: "csharp c# cs dotnet",
        quotes: &[THREE, DOUBLE, SINGLE],
        keywords: "abstract as async await base break case catch checked class const continue default delegate do else \
            enum event explicit extern finally fixed for foreach get goto if implicit in init interface internal is lock \
            namespace new operator out override params private protected public readonly record ref required return \
            sealed set sizeof static struct switch this throw try typeof unchecked unsafe using var virtual volatile \
            when where while with yield",
        types: "bool byte char decimal double dynamic float int long nint object sbyte short string uint ulong ushort \
            void",
        extras: &[Capitals, CapitalCalls, PrefixedQuotes, Preprocessor],
        ..BASE
    },
    Language {
        names: "java",
        quotes: &[THREE, DOUBLE, SINGLE],
        keywords: "abstract assert break case catch class continue default do else enum extends final finally for goto if \
            implements import instanceof interface native new non-sealed package permits private protected public record \
            return sealed static strictfp super switch synchronized this throw throws transient try var volatile while \
            yield",
        types: "boolean byte char double float int long short void",
        extras: &[Capitals, AtAttributes],
        ..BASE
    },
    Language {
        names: "kotlin kt kts",
        quotes: &[THREE, DOUBLE, SINGLE],
        keywords: "abstract actual annotation as break by catch class companion const constructor continue crossinline \
            data do else enum expect external final finally for fun if import in infix init inline inner interface \
            internal is lateinit noinline object open operator out override package private protected public reified \
            return sealed super suspend tailrec this throw try typealias val value var vararg when where while",
        extras: &[Capitals, AtAttributes, NestedComments],
        ..BASE
    },
    Language {
        names: "swift",
        quotes: &[THREE, DOUBLE],
        keywords: "actor as associatedtype async await break case catch class continue convenience default defer deinit do \
            else enum extension fallthrough fileprivate final for func get guard if import in indirect init inout \
            internal is lazy let mutating nonisolated open operator override private protocol public repeat required \
            rethrows return self set some static struct subscript super switch throw throws try typealias unowned var \
            weak where while",
        constants: "true false nil",
        types: "Self Any",
        extras: &[Capitals, AtAttributes, NestedComments],
        ..BASE
    },
    Language {
        names: "go golang",
        quotes: &[DOUBLE, SINGLE, RAW_BACK],
        keywords: "break case chan const continue default defer else fallthrough for func go goto if import interface map \
            package range return select struct switch type var",
        types: "any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string \
            uint uint8 uint16 uint32 uint64 uintptr",
        constants: "true false nil iota",
        functions: "append cap clear close copy delete len make max min new panic print println recover",
        extras: &[Capitals, CapitalCalls],
        ..BASE
    },
    Language {
        names: "php php7 php8",
        line_comments: &["//", "#"],
        quotes: &[LONG_DOUBLE, Quote { lines: true, ..SINGLE }],
        keywords: "abstract and array as break callable case catch class clone const continue declare default do echo else \
            elseif empty enum extends final finally fn for foreach function global goto if implements include \
            include_once instanceof interface isset list match namespace new or print private protected public readonly \
            require require_once return static switch throw trait try unset use var while xor yield",
        types: "bool float int iterable mixed never object self string void",
        constants: "true false null TRUE FALSE NULL",
        extras: &[Capitals, Dollar, HashAttributes],
        ..BASE
    },
    Language {
        names: "ruby rb rake gemfile jruby",
        keywords: "alias and attr_accessor attr_reader attr_writer begin break case class def defined do else elsif end \
            ensure extend for if in include loop module next not or private protected public raise redo require \
            require_relative rescue retry return self super then undef unless until when while yield",
        constants: "true false nil",
        functions: "puts print p lambda proc",
        extras: &[Capitals, AtVariables, Dollar, Symbols, Regex],
        ..HASH
    },
    Language {
        names: "perl pl pm raku",
        keywords: "and cmp die do else elsif eq for foreach ge given gt if last le local lt my ne next no not or our package \
            redo require return state sub unless until use when while x xor say print",
        constants: "undef",
        extras: &[Dollar, AtVariables, Regex],
        ..HASH
    },
    Language {
        names: "lua luau",
        line_comments: &["--"],
        block_comments: &[("--[[", "]]")],
        quotes: &[DOUBLE, SINGLE, Quote { open: "[[", close: "]]", escapes: false, lines: true }],
        keywords: "and break do else elseif end for function goto if in local not or repeat return then until while",
        constants: "true false nil self",
        functions: "print pairs ipairs require type tostring tonumber setmetatable getmetatable pcall error",
        ..BASE
    },
];

/// Also read in HTML.
pub(super) const JAVASCRIPT: Language = Language {
    names: "javascript js jsx mjs cjs node ecmascript",
    quotes: &[DOUBLE, SINGLE, BACK],
    keywords: "as async await break case catch class const continue debugger default delete do else export extends finally for \
        from function get if import in instanceof let new of return set static super switch this throw try typeof var void \
        while with yield",
    constants: "true false null undefined NaN Infinity",
    extras: &[Capitals, AtAttributes, Regex],
    ..BASE
};

/// Also read in sessions.
pub(super) const SHELL: Language = Language {
    names: "bash sh shell zsh ksh fish ash dash",
    quotes: &[LONG_DOUBLE, LONG_SINGLE, BACK],
    keywords: "break case continue do done elif else esac eval exec exit export fi for function if in local readonly return \
        select set shift source then trap unset until while begin end",
    constants: "true false",
    functions: "apt apt-get awk brew cargo cat cd chmod chown cp curl cut docker echo find git go grep head kill ln ls make \
        mkdir mv node npm npx pip printf python python3 pwd read rm rmdir rsync rustup sed sort ssh sudo systemctl tail tar \
        test touch tr uniq wc wget which xargs yarn",
    extras: &[Dollar, Hyphens, Options, NoCalls],
    ..HASH
};

const CPP: Language = Language {
    names: "cpp c++ cc cxx hpp hh hxx arduino ino",
    keywords: "alignas alignof and asm auto break case catch class co_await co_return co_yield concept const consteval \
        constexpr constinit const_cast continue decltype default delete do dynamic_cast else enum explicit export extern \
        final for friend goto if import inline module mutable namespace new noexcept not operator or override private \
        protected public register reinterpret_cast requires return sizeof static static_assert static_cast struct switch \
        template this throw try typedef typeid typename union using virtual volatile while",
    types: "bool char char8_t char16_t char32_t double float int long short signed unsigned void wchar_t size_t string \
        vector map set int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t",
    constants: "true false nullptr NULL",
    extras: &[Capitals, CapitalCalls, Preprocessor, PrefixedQuotes],
    ..BASE
};
