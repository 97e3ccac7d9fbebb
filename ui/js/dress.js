/**
 * Gives the page the reader's look and language, by attributes and properties of <html>. Rust runs this before anything is painted, with
 * what is kept (src-tauri/src/window.rs), and so it is no module; settings.js calls it whenever the look is another one.
 *
 * @param {import("../../types").Settings} settings
 */
globalThis.dress = (settings) => {
  globalThis.dressed = settings;
  const html = document.documentElement;
  // It may run before there is a page.
  if (!html) {
    new MutationObserver((_, waiting) => {
      if (!document.documentElement) return;
      waiting.disconnect();
      globalThis.dress(globalThis.dressed);
    }).observe(document, { childList: true });
    return;
  }
  Object.assign(html, { lang: words.locale, dir: words.direction });
  const { colours, day_from: from, night_from: until, typeface, size, leading, measure, margin } = settings;
  const now = new Date();
  const since = (/** @type {number} */ minute) => (minute - from + 1440) % 1440;
  const isDay = settings.theme === "clock" ? since(now.getHours() * 60 + now.getMinutes()) < since(until) : !matchMedia("(prefers-color-scheme: dark)").matches;
  const theme = settings.theme !== "clock" && settings.theme !== "system" ? settings.theme : isDay ? settings.day : settings.night;
  Object.assign(html.dataset, { theme, layout: settings.layout, indented: settings.indented });
  // Green is most of what makes a colour light.
  html.style.colorScheme = theme !== "own" ? "" : parseInt(colours.page.slice(3, 5), 16) < 128 ? "dark" : "light";
  /** @type {Record<string, string>} */
  const faces = { serif: "", sans: "var(--plain)", mono: "var(--code)", legible: '"Atkinson Hyperlegible Next Variable", var(--plain)' };
  /** What is false is as the style sheets have it. */
  const properties = {
    "--own-page": colours.page, "--own-text": colours.text, "--own-accent": colours.accent,
    "--face": faces[typeface] ?? JSON.stringify(typeface),
    "--size": size && `${size}px`, "--leading": leading, "--measure": `${measure}rem`, "--margin": margin && `${margin}rem`,
    "--align": settings.justified && "justify", "--hyphens": !settings.hyphens && "manual",
    "--ligatures": !settings.ligatures && "none", "--figures": !settings.old_figures && "lining-nums",
  };
  for (const [name, value] of Object.entries(properties)) html.style.setProperty(name, String(value || ""));
};
