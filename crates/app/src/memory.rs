//! Where the programs' memory comes from.

/// It gives back what a look at 100,000 files took, which that of glibc does not. Mobile systems have one of their own that
/// does.
#[cfg(not(any(target_os = "android", target_os = "ios")))]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
