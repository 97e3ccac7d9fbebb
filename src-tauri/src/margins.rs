//! The window's commands for marks in texts, for the notebook and the review.

use app::{
    App, Changed, HighlightChange, Highlights, Marked, Notebook, NotebookPage, Recalled, Replaced, Result,
    Reviewed, Said, Selection,
};
use tauri::State;

use crate::desk::{Desk, work};
use crate::media;

#[tauri::command]
pub(crate) async fn highlights(desk: State<'_, Desk>, id: String) -> Result<Highlights> {
    work(&desk, move |app| app.highlights(&id, &|key| media::address(&id, key))).await
}

/// Marks what is selected in the text of this print; without a selection, a note on all of the article.
#[tauri::command]
pub(crate) async fn highlight(
    desk: State<'_, Desk>,
    id: String,
    print: String,
    selection: Option<Selection>,
    said: Said,
) -> Result<Marked> {
    work(&desk, move |app| {
        app.highlight(&id, Some(&print), selection.as_ref(), said, &|key| media::address(&id, key))
    })
    .await
}

#[tauri::command]
pub(crate) async fn change_highlight(
    desk: State<'_, Desk>,
    id: String,
    change: HighlightChange,
) -> Result<Changed> {
    work(&desk, move |app| app.change_highlight(&id, change)).await
}

#[tauri::command]
pub(crate) async fn remove_highlights(desk: State<'_, Desk>, ids: Vec<String>) -> Result<Vec<String>> {
    work(&desk, move |app| app.remove_highlights(&ids)).await
}

#[tauri::command]
pub(crate) async fn restore_highlights(desk: State<'_, Desk>, ids: Vec<String>) -> Result<Vec<String>> {
    work(&desk, move |app| app.restore_highlights(&ids)).await
}

/// Sets a mark of the article `article` in its place by hand.
#[tauri::command]
pub(crate) async fn place_highlight(
    desk: State<'_, Desk>,
    id: String,
    article: String,
    print: String,
    selection: Selection,
) -> Result<Replaced> {
    work(&desk, move |app| {
        app.place_highlight(&id, Some(&print), &selection, &|key| media::address(&article, key))
    })
    .await
}

#[tauri::command]
pub(crate) async fn notebook(
    desk: State<'_, Desk>,
    asked: Notebook,
    from: usize,
    count: usize,
) -> Result<NotebookPage> {
    work(&desk, move |app| app.notebook(&asked, from, count)).await
}

/// The marks that are to be looked at on a day, counted from 1970-01-01.
#[tauri::command]
pub(crate) async fn review(desk: State<'_, Desk>, today: i64) -> Result<Reviewed> {
    work(&desk, move |app: &App| app.review(today)).await
}

#[tauri::command]
pub(crate) async fn reviewed(
    desk: State<'_, Desk>,
    id: String,
    today: i64,
    recalled: Recalled,
) -> Result<()> {
    work(&desk, move |app| app.reviewed(&id, today, recalled)).await
}
