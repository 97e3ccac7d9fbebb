//! Looks for an input of which `fuzz::state` does not hold.
#![no_main]

// Loro panics on some broken files, which is caught; the fuzzer would stop before it is.
libfuzzer_sys::fuzz_target!(init: std::panic::set_hook(Box::new(|_| {})), |data: &[u8]| fuzz::state(data));
