/** What is pasted into the window, or dropped on it, becomes an article. */

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
      void saving().then(({ saveFiles, takeIn }) => files.length > 0 ? saveFiles(files) : takeIn(pasted));
    });
  }
}
