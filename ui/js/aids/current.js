/**
 * The section that is read: beside the minutes in the bar, and in the contents, while these are open.
 *
 * @import { Aids } from "../../../types.js"
 */
import { make } from "../make.js";
import { firstWhere, way } from "../reader/place.js";

/** @param {Aids} aids @param {{ link: HTMLElement, target: HTMLElement }[]} parts */
export function showCurrent({ reading: { signal }, bar, contents }, parts) {
  const where = bar.querySelector(".where");
  if (contents === null || where === null) return;
  const site = where.querySelector(".from");
  const name = make("bdi", {});
  const section = make("span", { class: "from section", lang: contents.querySelector("ol")?.lang || null }, name, " ·");
  let shown = -1;
  const look = () => {
    const at = firstWhere(parts.length + 1, (index) => index >= parts.length || !way.passed(/** @type {HTMLElement} */ (parts[index]?.target))) - 1;
    const now = Math.max(0, at);
    if (now === shown) return;
    parts[shown]?.link.removeAttribute("aria-current");
    shown = now;
    const link = parts[now]?.link;
    link?.setAttribute("aria-current", "location");
    if (contents.matches(":popover-open")) link?.scrollIntoView({ block: "nearest" });
    name.textContent = link?.textContent ?? "";
    // Above the first heading the headline is read, and the bar says where the article is from.
    if (now > 0) where.prepend(section);
    else section.remove();
    site?.toggleAttribute("hidden", now > 0);
  };
  let waiting = 0;
  document.addEventListener("scroll", () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(look);
  }, { capture: true, passive: true, signal });
  contents.addEventListener("beforetoggle", look, { signal });
  const enter = () => contents.matches(":popover-open") && parts[shown]?.link.focus();
  contents.addEventListener("toggle", enter, { signal });
  look();
  // It may have been opened before it was filled.
  enter();
}
