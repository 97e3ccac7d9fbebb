/**
 * Puts `nodes` in the place of what an element holds. What looks the same stays as it is, with the focus and a press that is
 * not done; else the focus goes to the link with the same address.
 * @param {Element} parent
 * @param {Element[]} nodes
 */
export function become(parent, nodes) {
  const old = [...parent.children];
  const focused = parent.contains(document.activeElement) && document.activeElement?.getAttribute("href");
  nodes.forEach((node, at) => {
    if (!old[at]) parent.append(node);
    else if (!old[at].isEqualNode(node)) old[at].replaceWith(node);
  });
  for (const gone of old.slice(nodes.length)) gone.remove();
  if (focused && !parent.contains(document.activeElement)) /** @type {HTMLElement | null} */ (parent.querySelector(`[href="${CSS.escape(focused)}"]`))?.focus({ preventScroll: true });
}
