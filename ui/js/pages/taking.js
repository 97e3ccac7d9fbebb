/** What is pasted into the window, or dropped on it, becomes an article. */

/** @import { Near } from "./saving.js" */
import { byId } from "../make.js";
import { saving } from "../pages.js";
import { held } from "./held.js";

let ownDrag = false;

export function listenToGifts() {
  for (const type of ["dragstart", "dragend"]) document.addEventListener(type, () => (ownDrag = type === "dragstart"));
  for (const type of /** @type {const} */ (["paste", "dragover", "drop"])) {
    document.addEventListener(type, (event) => {
      if ((ownDrag && type !== "paste") || /** @type {Element} */ (event.target).matches("input, textarea")) return;
      if (type === "dragover") return event.preventDefault();
      const data = event instanceof DragEvent ? event.dataTransfer : /** @type {ClipboardEvent} */ (event).clipboardData;
      const files = event instanceof DragEvent ? [...(data?.files ?? [])] : [];
      const pasted = held(data);
      // Whoever reads pastes addresses; on the shelf anything may become an article.
      const meant = /^https?:\/\/\S/mu.test(pasted.text) || (!byId("shelf").hidden && (pasted.html + pasted.text).trim() !== "");
      if (files.length === 0 && !meant) return;
      event.preventDefault();
      const near = Promise.all(files.length > 0 ? dropped(/** @type {DataTransfer} */ (data)) : []);
      void saving().then(async ({ saveFiles, takeIn }) => {
        if (files.length === 0) return takeIn(pasted);
        const given = (await near).flat();
        await saveFiles(given.length > 0 ? given : files.map((file) => ({ path: file.name, file })));
      });
    });
  }
}

/**
 * What was dropped, with all that is in folders. It can be asked only while the event is under way.
 * @param {DataTransfer} data
 * @returns {Promise<Near[]>[]}
 */
function dropped({ items }) {
  return [...items].filter(({ kind }) => kind === "file").map((item) => {
    const [entry, file] = [item.webkitGetAsEntry(), item.getAsFile()];
    if (entry?.isDirectory) return within(/** @type {FileSystemDirectoryEntry} */ (entry)).catch(() => []);
    return Promise.resolve(file ? [{ path: file.name, file }] : []);
  });
}

/** @param {FileSystemDirectoryEntry} folder @returns {Promise<Near[]>} */
async function within(folder) {
  const reader = folder.createReader();
  /** @type {Near[]} */
  const found = [];
  for (;;) {
    // They come in parts, and an empty one is the end.
    const part = await /** @type {Promise<FileSystemEntry[]>} */ (new Promise((done, fail) => reader.readEntries(done, fail)));
    if (part.length === 0) return found;
    for (const entry of part) {
      if (entry.isDirectory) found.push(...await within(/** @type {FileSystemDirectoryEntry} */ (entry)));
      else found.push({ path: entry.fullPath.replace(/^\//u, ""), file: await new Promise((done, fail) => /** @type {FileSystemFileEntry} */ (entry).file(done, fail)) });
    }
  }
}
