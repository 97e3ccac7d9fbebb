/**
 * Two fingers on a box, or the wheel with Ctrl, which is what a touchpad's pinch arrives as.
 * @param {HTMLElement} box
 * @param {(by: number, x: number, y: number) => void} zoom around a point of the window
 */
export function pinched(box, zoom) {
  /** @type {Map<number, PointerEvent>} */
  const fingers = new Map();
  let spread = 0;
  box.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoom(Math.exp(-event.deltaY / 240), event.clientX, event.clientY);
  }, { passive: false });
  for (const kind of /** @type {const} */ (["pointerdown", "pointermove", "pointerup", "pointercancel"])) {
    box.addEventListener(kind, (event) => {
      if (kind === "pointerdown" && event.pointerType === "touch") spread = 0;
      else if (!fingers.has(event.pointerId)) return;
      if (kind === "pointerup" || kind === "pointercancel") fingers.delete(event.pointerId);
      else fingers.set(event.pointerId, event);
      const [one, two] = fingers.values();
      if (one === undefined || two === undefined) return;
      const now = Math.hypot(one.clientX - two.clientX, one.clientY - two.clientY);
      if (spread > 0) zoom(now / spread, (one.clientX + two.clientX) / 2, (one.clientY + two.clientY) / 2);
      spread = now;
    });
  }
}
