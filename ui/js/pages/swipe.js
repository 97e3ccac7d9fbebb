/** Rows under the finger: to where lines go on archives, to where they begin moves to the trash, a long press chooses. */

import { entry } from "../entries.js";
import { byId } from "../make.js";
import { select } from "../pages.js";
import { mark, trash } from "./acts.js";
import { direction, say } from "../words.js";

/** How far, in px: until it is a swipe and no tap, and until letting go does it. */
const [BEGUN, FAR] = [14, 88];

/** Where lines go on: 1 to the right, -1 to the left. */
const ON = direction === "rtl" ? -1 : 1;

/** Milliseconds of a long press. */
const LONG = 480;

const list = byId("articles");

export function listenToSwipes() {
  list.addEventListener("pointerdown", (event) => {
    const row = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest(".row:not(.shade)"));
    if (event.pointerType === "touch" && event.isPrimary && row) follow(row, event);
  });
}

/** @type {(row: HTMLElement, down: PointerEvent) => void} */
function follow(row, down) {
  const id = row.dataset.id ?? "";
  const end = new AbortController();
  const { signal } = end;
  let moved = 0;
  let held = false;
  const press = setTimeout(() => {
    held = true;
    void select().then(({ toggleRow }) => toggleRow(id));
  }, LONG);
  /** @param {PointerEvent} event */
  const move = ({ pointerId, clientX, clientY }) => {
    if (pointerId !== down.pointerId || held) return;
    const [x, y] = [clientX - down.clientX, clientY - down.clientY];
    if (moved === 0 && Math.abs(y) > BEGUN) return finish();
    if (moved === 0 && Math.abs(x) < BEGUN) return;
    clearTimeout(press);
    moved = x;
    row.style.setProperty("--swipe", `${x}px`);
    const does = x * ON > 0 ? (entry(id)?.archived ? "unarchive" : "archive") : "trash";
    row.dataset.swipe = does;
    row.dataset.does = say(`swipe-${does}`);
    row.toggleAttribute("data-far", Math.abs(x) > FAR);
  };
  const finish = () => {
    clearTimeout(press);
    end.abort();
    delete row.dataset.swipe;
    row.removeAttribute("data-far");
    row.style.removeProperty("--swipe");
  };
  /** @param {PointerEvent} event */
  const up = ({ type, pointerId }) => {
    if (pointerId !== down.pointerId) return;
    finish();
    if (type === "pointerup" && Math.abs(moved) > FAR) void (moved * ON > 0 ? mark("e", [id]) : trash([id]));
    // The click that follows a swipe, or a long press, is none.
    if (moved !== 0 || held) {
      const none = new AbortController();
      addEventListener("click", (click) => {
        click.preventDefault();
        click.stopPropagation();
      }, { capture: true, signal: none.signal });
      setTimeout(() => none.abort(), 50);
    }
  };
  document.addEventListener("pointermove", move, { signal });
  for (const type of /** @type {const} */ (["pointerup", "pointercancel"])) document.addEventListener(type, up, { signal });
}
