/** Days and numbers as the reader's system writes them. */

const DAY = 86_400_000;

const relative = new Intl.RelativeTimeFormat(undefined, { numeric: "auto" });
const inYear = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "long" });
const long = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", year: "numeric" });
const number = new Intl.NumberFormat();

/** @param {number} count */
export const figure = (count) => number.format(count);

/** "1 article", "2 articles". @type {(count: number, thing: string) => string} */
export const counted = (count, thing) => `${figure(count)} ${thing}${count === 1 ? "" : "s"}`;

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
