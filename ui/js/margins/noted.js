/** Marks as they are listed outside of their article: in the notebook, the review, and below a search. */

/** @import { Noted } from "../../../types" */
import { ago } from "../dates.js";
import { make } from "../make.js";
import { say } from "../words.js";
import { said } from "./said.js";

/** Where the words of a mark are: the article, and which mark is to be shown. @param {Noted} mark */
export const addressOf = ({ article, id, selectors }) => `#/read/${encodeURIComponent(article)}${selectors ? `/mark-${encodeURIComponent(id)}` : ""}`;

/**
 * What a mark says: its words, what is said of them, and where they are from.
 * @param {Noted} mark
 * @param {boolean} titled   With the headline of its article.
 */
export function wordsOf(mark, titled) {
  const { quote, note, colour, tags, title, created, gone } = mark;
  return [
    quote !== "" && make("blockquote", { dir: "auto", "data-colour": colour }, quote.length > 600 ? `${quote.slice(0, 600)}…` : quote),
    note !== "" && said(mark),
    make("p", { class: "meta" }, titled && make("span", {}, make("bdi", {}, title ?? say("untitled"))), gone && make("span", {}, say("mark-away")), make("span", {}, ago(new Date(created))),
      tags.length > 0 && make("span", {}, make("bdi", {}, tags.map((tag) => `#${tag}`).join(" ")))),
  ];
}

/** A line that leads to the words. @param {Noted} mark @param {boolean} titled */
export function lineOf(mark, titled) {
  const [quote, note, meta] = wordsOf(mark, titled);
  return make("li", { class: "noted", "data-mark": mark.id }, mark.gone ? quote || meta : make("a", { href: addressOf(mark) }, quote || meta), note, quote && meta);
}
