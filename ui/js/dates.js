/** Days, numbers and lists as the window's language writes them. */

import { locale } from "./words.js";

const DAY = 86_400_000;

const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
const inYear = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long" });
const long = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric" });
const number = new Intl.NumberFormat(locale);

/** With so many digits after the point, or as many as it has. @type {(count: number, digits?: number) => string} */
export const figure = (count, digits) =>
  (digits === undefined ? number : new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })).format(count);

/** A share of a whole, from 0 to 1, in percent. @param {number} share */
export const percent = (share) => new Intl.NumberFormat(locale, { style: "percent" }).format(share);

/** "a, b". @param {Iterable<string>} parts */
export const listed = (parts) => new Intl.ListFormat(locale, { type: "unit", style: "short" }).format(parts);

/** A day in full: "3 February 2019". @param {Date} when */
export const fullDay = (when) => new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(when);

/** As people say it: "yesterday", "3 days ago", "12 October", "3 Feb 2019". @param {Date} when */
export function ago(when) {
  const now = new Date();
  const days = Math.round((midnight(now) - midnight(when)) / DAY);
  if (days >= 0 && days < 7) return relative.format(-days, "day");
  if (days >= 7 && days < 14) return relative.format(-1, "week");
  return (when.getFullYear() === now.getFullYear() ? inYear : long).format(when);
}

/** RFC 3339, or a date alone, which means that day here and not at Greenwich. @param {string} written */
export function moment(written) {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(written);
  const when = day ? new Date(Number(day[1]), Number(day[2]) - 1, Number(day[3])) : new Date(written);
  return Number.isNaN(when.getTime()) ? null : when;
}

/** @param {Date} when */
const midnight = (when) => new Date(when.getFullYear(), when.getMonth(), when.getDate()).getTime();
