// Which words are at the reading line: by the boxes of letters alone, and nothing that the window itself counts with.

/** The reading line of a page that is scrolled, in px from the top of the window. */
const LINE_ = 72;
const inPages = () => document.documentElement.dataset.moving === "pages";
const article_ = () => document.querySelector("article");
const text_ = () => document.querySelector("article .text");

/** The letters of a block, each with its box. */
function* lettersIn(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let at = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    for (let offset = 0; offset < node.length; offset += 1, at += 1) {
      range.setStart(node, offset);
      range.setEnd(node, offset + 1);
      yield { at, letter: node.data[offset], box: () => range.getClientRects()[0] };
    }
  }
}

/** A letter of a block and what stands there. */
function letterAt(id, at) {
  const block = text_().querySelector(`[data-block="${CSS.escape(id)}"]`);
  for (const each of lettersIn(block)) if (each.at >= at) {
    const box = each.box();
    if (box && box.height > 0) return { block, box, height: parseFloat(getComputedStyle(block).lineHeight) };
  }
  return null;
}

/** The first letter that is not above the reading line, or not before the page: its block, its place in it, and what follows. */
function placeNow_() {
  const main = document.querySelector(".reader main").getBoundingClientRect();
  const rightToLeft = article_().dir === "rtl";
  const comes = (box) => (!inPages() ? box.bottom > LINE_ : rightToLeft ? box.right <= main.right + 1 : box.left >= main.left - 1);
  for (const block of text_().querySelectorAll("[data-block]")) {
    const boxes = [...block.getClientRects()];
    if (!boxes.some(comes)) continue;
    for (const { at, box } of lettersIn(block)) {
      const its = box();
      if (its && its.height > 0 && comes(its)) return { block: block.dataset.block, at, words: block.textContent.slice(at, at + 24), below: inPages() ? (at === 0 && block === text_().firstElementChild ? innerHeight : 0) : Math.max(0, its.top - LINE_) };
    }
  }
  return null;
}

/** Whether that letter is at the reading line, within the line that it stands in; on pages, whether it is on the page. */
function isThere({ block, at, below }) {
  const found = letterAt(block, at);
  if (found === null) return "it is gone";
  const { block: element, box, height } = found;
  if (inPages()) {
    const main = document.querySelector(".reader main").getBoundingClientRect();
    return (box.left >= main.left - 1 && box.right <= main.right + 1) || `it is at ${Math.round(box.left)} px of a page from ${main.left} to ${main.right}`;
  }
  // The line's own box is higher than its letters, and above the first of a block is its margin.
  const { marginTop } = getComputedStyle(element);
  const above = box.top - element.getBoundingClientRect().top < height ? parseFloat(marginTop) : 0;
  // Above the first block is the headline.
  if (element === text_().firstElementChild && below > height && box.top > LINE_ && box.top < innerHeight) return true;
  const lies = box.top - height - above <= LINE_ && box.bottom + height >= LINE_;
  const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2 && box.top > 0 && box.bottom < innerHeight;
  return lies || atEnd || `it is at ${Math.round(box.top)} px, in lines of ${height}`;
}
