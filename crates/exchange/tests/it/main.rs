//! Tests of the exchange, one module a subject.
