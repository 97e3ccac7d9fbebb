//! How a query may go on.

/// A way in which a query may go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// What stands there then.
    pub text: String,
}
