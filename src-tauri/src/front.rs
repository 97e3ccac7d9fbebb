//! The window's commands that offer articles unasked: the front page, and what is related to an article.

use app::{Fitting, Front, Related, Result};
use tauri::State;

use crate::desk::{Desk, work};

/// The most related articles that are given at once.
const MOST: usize = 20;

/// The front page beside which the articles `near` stand.
#[tauri::command]
pub(crate) async fn front(desk: State<'_, Desk>, seed: u32, near: Vec<String>) -> Result<Front> {
    work(&desk, move |app| app.front(seed, &near)).await
}

/// What fills so many minutes.
#[tauri::command]
pub(crate) async fn fitting(desk: State<'_, Desk>, minutes: u32, seed: u32) -> Result<Fitting> {
    work(&desk, move |app| app.fitting(minutes, seed)).await
}

#[tauri::command]
pub(crate) async fn related(desk: State<'_, Desk>, id: String, limit: usize) -> Result<Vec<Related>> {
    work(&desk, move |app| app.related(&id, limit.min(MOST))).await
}
