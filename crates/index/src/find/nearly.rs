//! Words that are nearly those that are sought.

use super::{Index, Ranked};
use crate::Error;
use crate::query::Query;

impl Index {
    /// The query with other words for those that few articles have, and how it is told.
    pub(super) fn nearly(&self, _query: &Query, _ranked: Ranked) -> Result<Option<(Query, String)>, Error> {
        Ok(None)
    }
}
