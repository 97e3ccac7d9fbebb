//! What is particular to each language.

/// Which reader a language is for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Kind {
    Words,
    Markup,
    Styles,
    Diff,
    Markdown,
    Session,
}

/// A habit that some languages have.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Extra {
    /// `@name` is an attribute, or a variable.
    AtAttributes,
    AtVariables,
    /// A name in capitals is a constant, one that begins with one a type.
    Capitals,
    /// Functions may begin with a capital.
    CapitalCalls,
    /// `key:` and `key =` name what follows.
    ColonKeys,
    EqualKeys,
    /// `"key":` does.
    StringKeys,
    /// `\name` is a command.
    Commands,
    /// `$name` is a variable.
    Dollar,
    /// Words of the lists count behind a dot as well.
    DotWords,
    /// `#[…]` is an attribute.
    HashAttributes,
    /// Names may have hyphens.
    Hyphens,
    /// `'a` is a lifetime, unless a character ends in a quote soon.
    Lifetimes,
    /// `name!` is a function.
    Macros,
    NestedComments,
    /// A name before a bracket is no function.
    NoCalls,
    /// `--name` is an attribute.
    Options,
    /// Letters may stand before a quote.
    PrefixedQuotes,
    /// `#name` at a line's start is a keyword.
    Preprocessor,
    /// `/…/` may be a regular expression.
    Regex,
    /// `[name]` at a line's start is a section.
    Sections,
    /// `:name` is a constant.
    Symbols,
}

/// A pair of quotes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Quote {
    pub(super) open: &'static str,
    pub(super) close: &'static str,
    /// A backslash takes its meaning from what follows.
    pub(super) escapes: bool,
    /// It may go on over lines.
    pub(super) lines: bool,
}

/// A language; lists of words are parted by spaces.
#[derive(Debug, Clone, Copy)]
pub(super) struct Language {
    /// What it is called, in lower case.
    pub(super) names: &'static str,
    pub(super) kind: Kind,
    pub(super) line_comments: &'static [&'static str],
    pub(super) block_comments: &'static [(&'static str, &'static str)],
    pub(super) quotes: &'static [Quote],
    pub(super) keywords: &'static str,
    pub(super) types: &'static str,
    pub(super) constants: &'static str,
    pub(super) functions: &'static str,
    /// Its words may be in any case.
    pub(super) any_case: bool,
    pub(super) extras: &'static [Extra],
}

/// The language that a name means, as in ```` ```rust,ignore ````, `language-rust` or `{.rust}`.
pub(super) fn find(name: &str) -> Option<&'static Language> {
    let name = name.trim().trim_start_matches(['{', '.', ' ']);
    let end = name.find(|c: char| c.is_whitespace() || ",{}:;".contains(c)).unwrap_or(name.len());
    let name = name[..end].to_ascii_lowercase();
    let name = name.strip_prefix("language-").or_else(|| name.strip_prefix("lang-")).unwrap_or(&name);
    let known =
        |language: &&Language| !name.is_empty() && language.names.split(' ').any(|other| other == name);
    super::tables::all().find(known)
}
