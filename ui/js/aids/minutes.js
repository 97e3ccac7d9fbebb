/**
 * How long it still takes to read, by the letters left.
 *
 * @import { Position, Reading } from "../../../types.js"
 */
import { blocksOf } from "../reader/place.js";

/**
 * @param {Reading} reading
 * @returns {(position: Position | null) => { section: number | null, article: number }} minutes left: in the section,
 *   null where there are none, and in the article
 */
export function minutesFrom({ text, document: { outline, meta } }) {
  const blocks = blocksOf(text);
  /** Letters up to each block. */
  const sums = [0];
  for (const block of blocks) sums.push((sums.at(-1) ?? 0) + block.textContent.length);
  const all = sums.at(-1) || 1;
  const numbers = new Map(blocks.map((block, index) => [block.dataset.block, index]));
  const begins = outline.flatMap(({ block }) => numbers.get(block) ?? []).sort((a, b) => a - b);

  return (position) => {
    const index = numbers.get(position?.block) ?? 0;
    const read = (sums[index] ?? 0) + (position?.within ?? 0) * ((sums[index + 1] ?? 0) - (sums[index] ?? 0));
    const minutes = (/** @type {number} */ to) => Math.ceil((meta.minutes * (to - read)) / all);
    const next = begins.find((begin) => begin > index);
    return { section: begins.length === 0 || meta.minutes === 0 ? null : minutes(next === undefined ? all : sums[next] ?? all), article: minutes(all) };
  };
}
