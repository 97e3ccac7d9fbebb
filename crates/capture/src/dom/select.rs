//! Selectors that ask of one element alone: its name, its classes, its attributes. They are nearly all that are asked for, and
//! the machinery of CSS takes many times as long.

use dom_query::{Element, LocalName};

/// Alternatives, one of which an element must be.
pub(super) struct Selector<'a>(Vec<One<'a>>);

#[derive(Default)]
struct One<'a> {
    name: Option<LocalName>,
    class: Option<&'a str>,
    attributes: Vec<Asked<'a>>,
}

struct Asked<'a> {
    name: LocalName,
    says: Says,
    value: &'a str,
    /// HTML has attributes whose values are the same in capitals; a selector has them small.
    any_case: bool,
}

#[derive(Clone, Copy)]
enum Says {
    Anything,
    This,
    BeginsSo,
    HasIt,
}

impl<'a> Selector<'a> {
    /// Reads one; nothing where it asks for more, such as what is around.
    pub(super) fn read(selector: &'a str) -> Option<Selector<'a>> {
        selector.split(',').map(|one| One::read(one.trim_start())).collect::<Option<Vec<_>>>().map(Selector)
    }

    pub(super) fn fits(&self, element: &Element) -> bool {
        self.0.iter().any(|one| one.fits(element))
    }
}

impl<'a> One<'a> {
    fn read(written: &'a str) -> Option<One<'a>> {
        if written.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
            return Some(One { name: Some(LocalName::from(written)), ..One::default() });
        }
        if written.contains([' ', ':', '>']) {
            return None;
        }
        let end = written.find(['.', '[']).unwrap_or(written.len());
        let (name, mut rest) = written.split_at(end);
        let mut one = One { name: (!name.is_empty()).then(|| LocalName::from(name)), ..One::default() };
        while !rest.is_empty() {
            if let Some(inner) = rest.strip_prefix('[') {
                let (inner, after) = inner.split_once(']')?;
                one.attributes.push(Asked::read(inner));
                rest = after;
            } else {
                let inner = rest.strip_prefix('.')?;
                let end = inner.find(['.', '[']).unwrap_or(inner.len());
                if one.class.replace(&inner[..end]).is_some() {
                    return None;
                }
                rest = &inner[end..];
            }
        }
        Some(one)
    }

    fn fits(&self, element: &Element) -> bool {
        self.name.as_ref().is_none_or(|name| *name == element.name.local)
            && self.class.is_none_or(|class| element.has_class(class))
            && self.attributes.iter().all(|asked| asked.fits(element))
    }
}

impl<'a> Asked<'a> {
    fn read(written: &'a str) -> Asked<'a> {
        let (name, value) = written.split_once('=').unwrap_or((written, ""));
        let (name, says) = match name.as_bytes().last() {
            Some(b'^') => (&name[..name.len() - 1], Says::BeginsSo),
            Some(b'*') => (&name[..name.len() - 1], Says::HasIt),
            _ if written.len() == name.len() => (name, Says::Anything),
            _ => (name, Says::This),
        };
        let any_case = matches!(name, "rel" | "type");
        Asked { name: LocalName::from(name), says, value: value.trim_matches('\''), any_case }
    }

    fn fits(&self, element: &Element) -> bool {
        let is_it = |value: &str| match self.says {
            Says::Anything => true,
            Says::This => value == self.value,
            Says::BeginsSo => value.starts_with(self.value),
            Says::HasIt => value.contains(self.value),
        };
        let own = element.attrs.iter().filter(|one| one.name.local == self.name && one.name.ns.is_empty());
        own.into_iter()
            .any(|one| if self.any_case { is_it(&one.value.to_ascii_lowercase()) } else { is_it(&one.value) })
    }
}
