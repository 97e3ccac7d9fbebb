/**
 * Lays out what is in sight first. A long article takes WebKit longer than a frame: the blocks far from where it is
 * opened are skipped at first, and laid out in slices once the page has been painted. keep.js holds the place meanwhile.
 */

/** Letters that are laid out at once: more than a tall window shows. A picture counts as some. */
const [BEFORE, AFTER, PICTURE] = [1500, 6000, 400];
/** Milliseconds of a slice. */
const SLICE = 8;

/**
 * @param {HTMLElement} text holds the blocks
 * @param {Element | null} start the block that it is opened at
 * @returns {(signal: AbortSignal) => void} lays out the rest
 */
export function layInSightFirst(text, start) {
  const blocks = [...text.children];
  const at = Math.max(0, start === null ? 0 : blocks.indexOf(start));
  let first = at;
  let last = at;
  for (let seen = 0; last < blocks.length && seen < AFTER; last += 1) seen += weight(blocks[last]);
  for (let seen = 0; first > 0 && seen < BEFORE; first -= 1) seen += weight(blocks[first - 1]);
  // Those below come first: they may be scrolled to, and do not move what is in sight.
  const far = [...blocks.slice(last), ...blocks.slice(0, first).reverse()];
  if (far.length === 0) return () => {};
  const letters = text.textContent.length / blocks.length;
  text.style.setProperty("--high", `${Math.ceil(letters / 62) + 1}lh`);
  for (const block of far) block.classList.add("far");

  return (signal) => {
    const slice = () => {
      const start = performance.now();
      while (!signal.aborted && performance.now() - start < SLICE) {
        const some = far.splice(0, 8);
        if (some.length === 0) return;
        for (const block of some) block.classList.remove("far");
        void text.offsetHeight;
      }
      if (!signal.aborted) requestAnimationFrame(slice);
    };
    requestAnimationFrame(slice);
  };
}

/** @param {Element | undefined} block */
const weight = (block) => (block?.textContent.length ?? 0) + (block?.tagName === "FIGURE" ? PICTURE : 20);
