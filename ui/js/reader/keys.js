/**
 * The keys of the reading view. Scrolling is the window's own.
 * @param {Record<string, (event: KeyboardEvent) => void>} doings by key
 * @param {AbortSignal} signal
 */
export function listenToKeys(doings, signal) {
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isComposing(event)) return;
    const { target } = event;
    const key = keyOf(event);
    if (target instanceof Element && target.matches("input:not([type=radio], [type=checkbox]), textarea, select, audio, video")) return;
    const open = document.querySelector("dialog[open], :popover-open");
    // Escape closes what is open first, by itself.
    if (open !== null && (key === "Escape" || open.matches("dialog"))) return;
    // A box that scrolls sideways, or a player, has its own use for the arrows.
    if (key.startsWith("Arrow") && target instanceof Element && target.closest("[tabindex='0'], :popover-open, .choice") !== null) return;
    // A button is pressed by the space bar.
    if (key === " " && target instanceof Element && target.closest("button, summary, label") !== null) return;
    const doing = doings[key.length === 1 ? key.toLowerCase() : key];
    if (doing === undefined) return;
    event.preventDefault();
    doing(event);
  }, { signal });
}

/** What a key means: on a keyboard without Latin letters, the one that lies there on others. @param {KeyboardEvent} event */
export const keyOf = ({ key, code, shiftKey }) => {
  const there = key.length === 1 && key > "~" && (/^Key(.)$/.exec(code)?.[1] ?? { Slash: shiftKey ? "?" : "/" }[code]);
  return !there ? key : shiftKey ? there : there.toLowerCase();
};

/** Whether a key is an input method’s: WebKit ends a composition before the Enter that ends it. @param {KeyboardEvent} event */
export const isComposing = (event) => event.isComposing || event.keyCode === 229;
