//! Looks for an input of which `fuzz::front_matter` does not hold.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::front_matter(data));
