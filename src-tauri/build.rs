//! Generates Tauri's context and the permissions of our own commands.

fn main() {
    // All of ui/ is in the program, and the typefaces may come later than a first build.
    println!("cargo::rerun-if-changed=ui");
    let commands = tauri_build::AppManifest::new().commands(&[
        "start",
        "page",
        "ids",
        "entry",
        "neighbours",
        "open",
        "set_bookmarked",
        "set_archived",
        "set_read",
        "set_position",
        "tags",
        "tag",
        "rename_tag",
        "remove_tag",
        "write_tags",
        "collections",
        "collection",
        "make_collection",
        "rename_collection",
        "set_collection_query",
        "delete_collection",
        "restore_collection",
        "add_to_collection",
        "move_in_collection",
        "remove_from_collection",
        "place_in_collection",
        "trash",
        "untrash",
        "trashed",
        "empty_trash",
        "set_bookmarked_all",
        "set_archived_all",
        "set_read_all",
        "set_positions",
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
