//! Generates Tauri's context and the permissions of our own commands.

fn main() {
    // All of ui/ is in the program, and the typefaces may come later than a first build.
    println!("cargo::rerun-if-changed=ui");
    let commands = tauri_build::AppManifest::new().commands(&[
        "start",
        "open",
        "set_bookmarked",
        "set_archived",
        "set_read",
        "set_position",
        "follow",
        "reveal",
        "choose_library",
        "default_library",
        "libraries",
        "open_library",
        "save_settings",
        "watch",
        "import_folder",
        "stop_import",
        "check_library",
        "stop_check",
        "save",
        "save_file",
        "save_pasted",
        "try_again",
        "refetch",
        "versions",
        "compare_version",
        "choose_version",
        "fetch_waiting",
        "stop_saving",
        "welcomed",
        "about",
        "licences",
        "report",
    ]);
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("./src-tauri/capabilities/**/*")
        .app_manifest(commands);
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error={error:#}");
    }
}
