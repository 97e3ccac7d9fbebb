//! Looks for an input of which `fuzz::markdown` does not hold.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::markdown(data));
