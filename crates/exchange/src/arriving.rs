//! arriving
