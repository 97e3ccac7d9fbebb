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

/** A finger that goes so far sideways leads on, in px. */
const SWIPE = 40;

/**
 * One finger across a box: on (1) towards the left, back (-1) towards the right. What follows of it is no click.
 * @param {HTMLElement} box
 * @param {(way: number) => void} turn
 */
export function swiped(box, turn) {
  /** @type {PointerEvent | null} */
  let down = null;
  let spent = false;
  box.addEventListener("pointerdown", (event) => {
    down = event.pointerType === "touch" && event.isPrimary ? event : null;
    spent = false;
  });
  // A second finger pinches.
  box.addEventListener("pointermove", (event) => void (event.isPrimary || (down = null)));
  box.addEventListener("pointercancel", () => void (down = null));
  box.addEventListener("pointerup", (event) => {
    const [x, y] = down === null ? [0, 0] : [event.clientX - down.clientX, event.clientY - down.clientY];
    down = null;
    if (Math.abs(x) < SWIPE || Math.abs(x) < 1.5 * Math.abs(y)) return;
    spent = true;
    turn(x < 0 ? 1 : -1);
  });
  box.addEventListener("click", (event) => {
    if (spent) event.stopPropagation();
    spent = false;
  }, { capture: true });
}
