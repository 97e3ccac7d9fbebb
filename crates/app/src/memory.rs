//! Where the programs' memory comes from.

/// It gives back what a look at 100,000 files took, and takes a quarter less time for it than that of glibc. Mobile systems
/// have one of their own that does.
#[cfg(not(any(target_os = "android", target_os = "ios")))]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
