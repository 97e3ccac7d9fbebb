/**
 * What a link to another article of the library leads to, before it is followed: a card beside it, where the pointer rests
 * on the link, a finger does, or the key for it is pressed while it has the focus.
 *
 * @import { Aids, Entry } from "../../../types.js"
 */
import { call } from "../ipc.js";
import { button, make } from "../make.js";
import { placeBeside } from "../pages/notes.js";
import { ours, say } from "../words.js";

/** Milliseconds that a pointer rests before it is asked for, that a finger does, and that the way to the card may take. */
const [HOVER, PRESS, LEAVE] = [300, 500, 200];

/** @param {Aids} aids */
export function previewLinks({ id, reading: { article, signal }, keys }) {
  const card = make("div", { class: "note-card preview", popover: "auto", role: "dialog", tabindex: "-1" });
  /** @type {Map<string, Promise<Entry | null>>} */
  const known = new Map();
  /** @type {HTMLElement | null} */
  let from = null;
  let timer = 0;
  /** Grows with whatever is asked for or given up, so that a late answer is known as such. */
  let asked = 0;
  /** A finger that let go of a link whose card it called up does not follow it. */
  let held = false;

  /** @param {EventTarget | null} target */
  const linkOf = (target) => {
    const link = target instanceof Element ? /** @type {HTMLAnchorElement | null} */ (target.closest("a[href]")) : null;
    const href = link?.getAttribute("href") ?? "#";
    const inside = link !== null && article.contains(link) && link.closest(".note-card") === null && !href.startsWith("#");
    return inside && (link.classList.contains("wiki") || /^offprint:/u.test(href) || !/^[a-z][a-z\d+.-]*:/iu.test(href)) ? link : null;
  };
  /** @param {HTMLAnchorElement} link @param {boolean} focused */
  const show = async (link, focused) => {
    const href = link.getAttribute("href") ?? "";
    const wiki = link.classList.contains("wiki");
    const key = `${wiki} ${href}`;
    if (!known.has(key)) known.set(key, call("preview", { id, href, wiki }).catch(() => null));
    const mine = (asked += 1);
    const entry = await known.get(key);
    if (!entry || signal.aborted || !link.isConnected || mine !== asked) return;
    from = link;
    card.setAttribute("aria-label", entry.title);
    card.replaceChildren(...contentOf(entry), button({ class: "sheet-close" }, () => card.hidePopover(), say("close")));
    if (!card.isConnected) article.append(card);
    card.showPopover();
    placeBeside(card, link, article);
    if (focused) card.focus({ preventScroll: true });
  };
  const later = (/** @type {() => void} */ does, /** @type {number} */ time) => {
    forget();
    timer = setTimeout(does, time);
  };
  const forget = () => {
    clearTimeout(timer);
    asked += 1;
  };

  article.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType !== "mouse") return;
    const link = linkOf(target);
    if (target instanceof Node && card.contains(target)) return forget();
    if (link && link !== from && document.querySelector(":popover-open") === null) later(() => void show(link, false), HOVER);
    else if (link && link === from) forget();
  }, { signal });
  article.addEventListener("pointerout", ({ target, pointerType, relatedTarget }) => {
    if (pointerType !== "mouse" || (relatedTarget instanceof Node && card.contains(relatedTarget))) return;
    if (card.matches(":popover-open") && !card.contains(document.activeElement)) later(() => card.hidePopover(), LEAVE);
    else if (linkOf(target)) forget();
  }, { signal });
  article.addEventListener("pointerdown", ({ target, pointerType }) => {
    held = false;
    const link = pointerType === "mouse" ? null : linkOf(target);
    if (link) later(() => {
      held = true;
      void show(link, true);
    }, PRESS);
  }, { signal });
  for (const end of ["pointerup", "pointercancel", "pointermove"]) {
    article.addEventListener(end, (event) => {
      if (event instanceof PointerEvent && event.pointerType !== "mouse" && (end !== "pointermove" || Math.hypot(event.movementX, event.movementY) > 4) && !held) forget();
    }, { signal });
  }
  article.addEventListener("contextmenu", (event) => held && event.preventDefault(), { signal });
  document.addEventListener("click", (event) => {
    if (!held || !linkOf(event.target)) return;
    held = false;
    event.preventDefault();
    event.stopPropagation();
  }, { capture: true, signal });
  document.addEventListener("scroll", () => card.matches(":popover-open") && innerWidth >= 736 && card.hidePopover(), { capture: true, passive: true, signal });
  card.addEventListener("toggle", () => {
    if (card.matches(":popover-open")) return;
    if (document.activeElement === document.body || card.contains(document.activeElement)) from?.focus({ preventScroll: true });
    from = null;
  });
  keys.p = () => {
    const link = linkOf(document.activeElement);
    if (link) void show(link, true);
  };
  signal.addEventListener("abort", forget);
}

/** Title, where it is from, its first words. @param {Entry} entry */
function contentOf({ title, site, author, minutes, excerpt, language, direction }) {
  const from = site ?? author;
  return [
    make("b", { lang: language, dir: direction }, title),
    make("span", { class: "meta", ...ours },
      from && make("span", {}, make("bdi", {}, from)),
      minutes > 0 && make("span", {}, make("bdi", {}, say("minutes", { count: minutes })))),
    excerpt !== "" && make("p", { lang: language, dir: direction }, excerpt),
  ].flatMap((each) => (each ? [each] : []));
}
