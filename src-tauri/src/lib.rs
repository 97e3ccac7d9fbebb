//! The front door: the only crate that knows Tauri. Commands decode, call `app` once, and encode.

#[cfg(target_os = "linux")]
mod again;
mod aloud;
mod arriving;
mod commands;
mod desk;
mod exporting;
mod front;
mod handed;
mod keys;
mod looks;
mod margins;
mod media;
mod order;
mod outside;
mod platform;
mod watch;
mod window;

use std::sync::Arc;

use app::{App, Folders, View};
use tauri::{Manager, RunEvent};

use crate::desk::Desk;

/// Runs the window until it is closed.
#[cfg_attr(mobile, tauri::mobile_entry_point)]
pub fn run() {
    let builder = tauri::Builder::default().plugin(
        // Links are followed by our own command, which looks at them first.
        tauri_plugin_opener::Builder::new().open_js_links_on_click(false).build(),
    );
    #[cfg(desktop)]
    let builder = match outside::single_instance() {
        Some(plugin) => builder.plugin(plugin),
        None => builder,
    }
    .plugin(window::remembered());
    let built = builder
        .register_asynchronous_uri_scheme_protocol(media::SCHEME, media::answer)
        .invoke_handler(tauri::generate_handler![
            commands::start,
            commands::page,
            commands::ids,
            commands::search,
            commands::complete,
            commands::entry,
            commands::neighbours,
            front::front,
            front::fitting,
            front::related,
            commands::open,
            commands::blocks,
            commands::set_bookmarked,
            commands::set_archived,
            commands::set_read,
            commands::set_position,
            order::tags,
            order::tag,
            order::rename_tag,
            order::remove_tag,
            order::write_tags,
            order::collections,
            order::held,
            order::collection,
            order::make_collection,
            order::rename_collection,
            order::set_collection_query,
            order::delete_collection,
            order::restore_collection,
            order::add_to_collection,
            order::move_in_collection,
            order::remove_from_collection,
            order::place_in_collection,
            order::trash,
            order::untrash,
            order::trashed,
            order::empty_trash,
            order::set_bookmarked_all,
            order::set_archived_all,
            order::set_read_all,
            order::set_positions,
            order::find_duplicates,
            order::stop_duplicates,
            order::merge,
            order::unmerge,
            margins::highlights,
            margins::highlight,
            margins::change_highlight,
            margins::remove_highlights,
            margins::restore_highlights,
            margins::place_highlight,
            margins::notebook,
            margins::review,
            margins::reviewed,
            commands::follow,
            commands::preview,
            commands::reveal,
            commands::choose_library,
            commands::default_library,
            commands::libraries,
            commands::open_library,
            looks::save_settings,
            looks::fonts,
            looks::languages,
            looks::words,
            looks::print,
            commands::watch,
            arriving::import_folder,
            commands::stop_import,
            exporting::export,
            exporting::stop_export,
            arriving::offer_import,
            arriving::offer_dropped,
            arriving::take_import,
            commands::check_library,
            commands::stop_check,
            commands::save,
            commands::save_file,
            commands::save_pasted,
            commands::try_again,
            commands::refetch,
            commands::versions,
            commands::compare_version,
            commands::choose_version,
            commands::set_details,
            commands::undo_details,
            commands::parts,
            commands::set_parts,
            commands::fetch_waiting,
            commands::stop_saving,
            aloud::voices,
            aloud::read_aloud,
            aloud::hush,
            keys::show_heard,
            commands::welcomed,
            commands::about,
            commands::licences,
            commands::report,
        ])
        .setup(|tauri| {
            let app = Arc::new(App::new(folders(tauri.handle())?));
            // The library is read while the window is still being made.
            let early = app.clone();
            std::thread::spawn(move || {
                // What fails here is asked for again, and told then.
                let _ = early.page(&View::first(&early.settings()), 0, 0, None);
            });
            let (settings, words) = (app.settings(), app.words());
            tauri.manage(Desk::new(app));
            tauri.manage(arriving::Offered::default());
            tauri.manage(keys::Keys::default());
            #[cfg(desktop)]
            outside::ask_by_arguments(
                tauri.handle(),
                std::env::args_os().skip(1),
                std::env::current_dir().ok(),
            );
            window::make(tauri.handle(), &settings, &words)?;
            Ok(())
        })
        .build(tauri::generate_context!());
    match built {
        Ok(program) => program.run(|handle, event| {
            #[cfg(any(target_os = "macos", target_os = "ios", target_os = "android"))]
            if let RunEvent::Opened { urls } = &event {
                outside::ask_by_arguments(handle, urls.iter().map(|url| url.as_str().into()), None);
            }
            if let RunEvent::Exit = event {
                handle.state::<Desk>().close();
            }
        }),
        Err(error) => {
            eprintln!("Offprint could not start: {error}");
            std::process::exit(1);
        }
    }
}

#[cfg(desktop)]
fn folders(_: &tauri::AppHandle) -> app::Result<Folders> {
    Folders::of_this_machine()
}

/// A phone names its folders only to a running app.
#[cfg(mobile)]
fn folders(handle: &tauri::AppHandle) -> tauri::Result<Folders> {
    let paths = handle.path();
    Ok(Folders {
        config: paths.app_config_dir()?,
        cache: paths.app_cache_dir()?,
        documents: paths.document_dir().or_else(|_| paths.app_data_dir())?,
        library: None,
    })
}
