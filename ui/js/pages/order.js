/** The part of the door to Rust (ipc.js) that keeps many articles in order; types.d.ts says what each takes and gives. */

/** @import { Order } from "../../../types" */
import { call, inOrder } from "../ipc.js";

/** The names of their arguments; of those that keep something, one waits for the other. */
const ASKS = {
  tags: "", collections: "ids", held: "ids", collection: "id", trashed: "", entry: "id", ids: "view", search: "view limit", complete: "query cursor",
  front: "seed near", fitting: "minutes seed", related: "id limit",
};
const KEEPS = {
  tag: "changes", renameTag: "from to", removeTag: "name", writeTags: "ids", makeCollection: "name query ids",
  renameCollection: "id name", setCollectionQuery: "id query", deleteCollection: "id", restoreCollection: "id",
  addToCollection: "id ids", moveInCollection: "id ids before", removeFromCollection: "id ids",
  placeInCollection: "id placed", trash: "ids", untrash: "keys", emptyTrash: "keys", setBookmarkedAll: "ids on",
  setArchivedAll: "ids on", setReadAll: "ids on", setPositions: "paused",
  merge: "keep others", unmerge: "merged",
};

/** @type {(names: Record<string, string>, ask: typeof inOrder) => [string, any][]} */
const made = (names, ask) => Object.entries(names).map(([name, takes]) => [name, (/** @type {unknown[]} */ ...given) =>
  ask(name.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`), Object.fromEntries(takes.split(" ").map((key, at) => [key, given[at]])))]);

/** @type {Order} */
export const order = /** @type {any} */ (Object.fromEntries([...made(ASKS, call), ...made(KEEPS, inOrder)]));
