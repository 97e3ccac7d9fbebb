/** The part of the door to Rust (ipc.js) that keeps many articles in order. */

/** @import { Collection, Emptied, Paused, Placed, Restored, Tag, Tagging, Trashed, Trashing, WrittenTags } from "../../../types" */

import { call, inOrder } from "../ipc.js";

/** Those that articles are shown with, by name. @type {() => Promise<Tag[]>} */
export const tags = () => call("tags");

/** Gives what takes it back, as do the next two. @type {(changes: Tagging[]) => Promise<Tagging[]>} */
export const tag = (changes) => inOrder("tag", { changes });

/** @type {(from: string, to: string) => Promise<Tagging[]>} */
export const renameTag = (from, to) => inOrder("rename_tag", { from, to });

/** @type {(name: string) => Promise<Tagging[]>} */
export const removeTag = (name) => inOrder("remove_tag", { name });

/** The tags that articles are shown with, into their files. @type {(ids: string[]) => Promise<WrittenTags>} */
export const writeTags = (ids) => inOrder("write_tags", { ids });

/** By name; each with how many of these articles it holds. @type {(ids: string[]) => Promise<Collection[]>} */
export const collections = (ids) => call("collections", { ids });

/** The ids of its articles, in its order. @type {(id: string) => Promise<string[]>} */
export const collection = (id) => call("collection", { id });

/** @type {(name: string, query: string | null, ids: string[]) => Promise<Collection>} */
export const makeCollection = (name, query, ids) => inOrder("make_collection", { name, query, ids });

/** Gives the name from before. @type {(id: string, name: string) => Promise<string>} */
export const renameCollection = (id, name) => inOrder("rename_collection", { id, name });

/** Of a smart one; gives the query from before. @type {(id: string, query: string) => Promise<string>} */
export const setCollectionQuery = (id, query) => inOrder("set_collection_query", { id, query });

/** @type {(id: string) => Promise<void>} */
export const deleteCollection = (id) => inOrder("delete_collection", { id });

/** @type {(id: string) => Promise<void>} */
export const restoreCollection = (id) => inOrder("restore_collection", { id });

/** Gives the places from before, with which `placeInCollection` takes it back; so do the next two. @type {(id: string, ids: string[]) => Promise<Placed[]>} */
export const addToCollection = (id, ids) => inOrder("add_to_collection", { id, ids });

/** Before another one, or to the end. @type {(id: string, ids: string[], before: string | null) => Promise<Placed[]>} */
export const moveInCollection = (id, ids, before) => inOrder("move_in_collection", { id, ids, before });

/** @type {(id: string, ids: string[]) => Promise<Placed[]>} */
export const removeFromCollection = (id, ids) => inOrder("remove_from_collection", { id, ids });

/** @type {(id: string, placed: Placed[]) => Promise<Placed[]>} */
export const placeInCollection = (id, placed) => inOrder("place_in_collection", { id, placed });

/** @type {(ids: string[]) => Promise<Trashing>} */
export const trash = (ids) => inOrder("trash", { ids });

/** @type {(keys: string[]) => Promise<Restored>} */
export const untrash = (keys) => inOrder("untrash", { keys });

/** @type {() => Promise<Trashed[]>} */
export const trashed = () => call("trashed");

/** For good; null: all. @type {(keys: string[] | null) => Promise<Emptied>} */
export const emptyTrash = (keys) => inOrder("empty_trash", { keys });

/** Gives those that it changed. @type {(ids: string[], on: boolean) => Promise<string[]>} */
export const setBookmarkedAll = (ids, on) => inOrder("set_bookmarked_all", { ids, on });

/** Gives those that it changed. @type {(ids: string[], on: boolean) => Promise<string[]>} */
export const setArchivedAll = (ids, on) => inOrder("set_archived_all", { ids, on });

/** Gives where reading had paused, which `setPositions` puts back. @type {(ids: string[], on: boolean) => Promise<Paused[]>} */
export const setReadAll = (ids, on) => inOrder("set_read_all", { ids, on });

/** @type {(paused: Paused[]) => Promise<void>} */
export const setPositions = (paused) => inOrder("set_positions", { paused });
