//! Looks for an input of which `fuzz::export` does not hold.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::export(data));
