//! The window's commands that keep many articles in order: tags, collections, the trash, and marks of many at once. What
//! takes something back is in the answer.

use app::{
    App, Collection, Duplicates, Emptied, Held, Merged, Paused, Placed, Progress, Restored, Result, Tag,
    Tagging, Trashed, Trashing, WrittenTags,
};
use tauri::State;
use tauri::ipc::Channel;

use crate::desk::{Desk, now_and_then, work};

#[tauri::command]
pub(crate) async fn tags(desk: State<'_, Desk>) -> Result<Vec<Tag>> {
    work(&desk, App::tags).await
}

#[tauri::command]
pub(crate) async fn tag(desk: State<'_, Desk>, changes: Vec<Tagging>) -> Result<Vec<Tagging>> {
    work(&desk, move |app| app.tag(&changes)).await
}

#[tauri::command]
pub(crate) async fn rename_tag(desk: State<'_, Desk>, from: String, to: String) -> Result<Vec<Tagging>> {
    work(&desk, move |app| app.rename_tag(&from, &to)).await
}

#[tauri::command]
pub(crate) async fn remove_tag(desk: State<'_, Desk>, name: String) -> Result<Vec<Tagging>> {
    work(&desk, move |app| app.remove_tag(&name)).await
}

#[tauri::command]
pub(crate) async fn write_tags(desk: State<'_, Desk>, ids: Vec<String>) -> Result<WrittenTags> {
    work(&desk, move |app| app.write_tags(&ids)).await
}

#[tauri::command]
pub(crate) async fn collections(desk: State<'_, Desk>, ids: Vec<String>) -> Result<Vec<Collection>> {
    work(&desk, move |app| app.collections(&ids)).await
}

#[tauri::command]
pub(crate) async fn held(desk: State<'_, Desk>, ids: Vec<String>) -> Result<Held> {
    work(&desk, move |app| app.held(&ids)).await
}

#[tauri::command]
pub(crate) async fn collection(desk: State<'_, Desk>, id: String) -> Result<Vec<String>> {
    work(&desk, move |app| app.collection(&id)).await
}

#[tauri::command]
pub(crate) async fn make_collection(
    desk: State<'_, Desk>,
    name: String,
    query: Option<String>,
    ids: Vec<String>,
) -> Result<Collection> {
    // It was typed in the field, where the last word may go on: so it does in the collection.
    let query = query.as_deref().map(app::closed_query);
    work(&desk, move |app| app.make_collection(&name, query.as_deref(), &ids)).await
}

#[tauri::command]
pub(crate) async fn rename_collection(desk: State<'_, Desk>, id: String, name: String) -> Result<String> {
    work(&desk, move |app| app.rename_collection(&id, &name)).await
}

#[tauri::command]
pub(crate) async fn set_collection_query(desk: State<'_, Desk>, id: String, query: String) -> Result<String> {
    work(&desk, move |app| app.set_collection_query(&id, &query)).await
}

#[tauri::command]
pub(crate) async fn delete_collection(desk: State<'_, Desk>, id: String) -> Result<()> {
    work(&desk, move |app| app.delete_collection(&id)).await
}

#[tauri::command]
pub(crate) async fn restore_collection(desk: State<'_, Desk>, id: String) -> Result<()> {
    work(&desk, move |app| app.restore_collection(&id)).await
}

#[tauri::command]
pub(crate) async fn add_to_collection(
    desk: State<'_, Desk>,
    id: String,
    ids: Vec<String>,
) -> Result<Vec<Placed>> {
    work(&desk, move |app| app.add_to_collection(&id, &ids)).await
}

#[tauri::command]
pub(crate) async fn move_in_collection(
    desk: State<'_, Desk>,
    id: String,
    ids: Vec<String>,
    before: Option<String>,
) -> Result<Vec<Placed>> {
    work(&desk, move |app| app.move_in_collection(&id, &ids, before.as_deref())).await
}

#[tauri::command]
pub(crate) async fn remove_from_collection(
    desk: State<'_, Desk>,
    id: String,
    ids: Vec<String>,
) -> Result<Vec<Placed>> {
    work(&desk, move |app| app.remove_from_collection(&id, &ids)).await
}

#[tauri::command]
pub(crate) async fn place_in_collection(
    desk: State<'_, Desk>,
    id: String,
    placed: Vec<Placed>,
) -> Result<Vec<Placed>> {
    work(&desk, move |app| app.place_in_collection(&id, &placed)).await
}

#[tauri::command]
pub(crate) async fn trash(desk: State<'_, Desk>, ids: Vec<String>) -> Result<Trashing> {
    work(&desk, move |app| app.trash(&ids)).await
}

#[tauri::command]
pub(crate) async fn untrash(desk: State<'_, Desk>, keys: Vec<String>) -> Result<Restored> {
    work(&desk, move |app| app.untrash(&keys)).await
}

#[tauri::command]
pub(crate) async fn trashed(desk: State<'_, Desk>) -> Result<Vec<Trashed>> {
    work(&desk, App::trashed).await
}

#[tauri::command]
pub(crate) async fn empty_trash(desk: State<'_, Desk>, keys: Option<Vec<String>>) -> Result<Emptied> {
    work(&desk, move |app| app.empty_trash(keys.as_deref())).await
}

#[tauri::command]
pub(crate) async fn set_bookmarked_all(
    desk: State<'_, Desk>,
    ids: Vec<String>,
    on: bool,
) -> Result<Vec<String>> {
    work(&desk, move |app| app.set_bookmarked_all(&ids, on)).await
}

#[tauri::command]
pub(crate) async fn set_archived_all(
    desk: State<'_, Desk>,
    ids: Vec<String>,
    on: bool,
) -> Result<Vec<String>> {
    work(&desk, move |app| app.set_archived_all(&ids, on)).await
}

#[tauri::command]
pub(crate) async fn set_read_all(desk: State<'_, Desk>, ids: Vec<String>, on: bool) -> Result<Vec<Paused>> {
    work(&desk, move |app| app.set_read_all(&ids, on)).await
}

#[tauri::command]
pub(crate) async fn set_positions(desk: State<'_, Desk>, paused: Vec<Paused>) -> Result<()> {
    work(&desk, move |app| app.set_positions(paused)).await
}

/// Finds the articles that are here more than once, and tells `channel` how far it is.
#[tauri::command]
pub(crate) async fn find_duplicates(desk: State<'_, Desk>, channel: Channel<Progress>) -> Result<Duplicates> {
    let search = desk.begin_duplicates();
    let tell = now_and_then(channel);
    work(&desk, move |app| {
        app.duplicates(&|progress| {
            tell(progress);
            search.goes_on()
        })
    })
    .await
}

/// Lets a search for duplicates end early.
#[tauri::command]
pub(crate) fn stop_duplicates(desk: State<'_, Desk>) {
    desk.stop_duplicates();
}

/// Keeps one article with all that was done with the others, which go to the trash.
#[tauri::command]
pub(crate) async fn merge(desk: State<'_, Desk>, keep: String, others: Vec<String>) -> Result<Merged> {
    work(&desk, move |app| app.merge(&keep, &others)).await
}

#[tauri::command]
pub(crate) async fn unmerge(desk: State<'_, Desk>, merged: Merged) -> Result<Restored> {
    work(&desk, move |app| app.unmerge(&merged)).await
}
