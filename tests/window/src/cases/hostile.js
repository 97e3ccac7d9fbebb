// Reads the whole shelf, article by article, and says what is wrong with what became of each.

/** What must not be in an article. An icon of the window's own is an svg with one path and no more. */
const FORBIDDEN =
  "script, iframe, frame, frameset, object, embed, applet, form, link, style, base, meta, template, slot, dialog, " +
  "textarea, select, button:not(.copy, .enlarge), input:not(.task > input[type=checkbox][disabled]), svg:not(.icon), " +
  "svg * :not(path), foreignObject, annotation-xml, marquee, portal, noscript, xmp, plaintext, map, area, canvas, title, head, body, html";
const ADDRESSES = ["href", "src", "srcset", "action", "formaction", "data", "poster", "background", "cite", "xlink:href", "ping", "longdesc", "manifest", "srcdoc", "content"];
/** `tauri:` is what relative links have in this page; Rust follows them in the library. */
const SAFE_LINKS = ["http:", "https:", "mailto:", "tauri:"];

/** Kept on the window from one call to the next. */
const state = (window.hostile ??= watchOver());

/** Puts canaries in place of all that a payload would call. */
function watchOver() {
  const ran = [];
  for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
    window[name] = (...values) => void ran.push(`${name}(${values.join()})`);
  }
  const commands = [];
  const ask = window.fetch;
  window.fetch = (address, ...rest) => {
    commands.push(String(address?.url ?? address));
    return ask.call(window, address, ...rest);
  };
  window.hostile = null;
  const shell = [...document.querySelectorAll("script, link, meta, style, base")];
  return { ran, commands, shell, begun: false, globals: new Set(Object.getOwnPropertyNames(window)) };
}

const isIcon = (element) => {
  const svg = element.closest("svg");
  return svg?.classList.contains("icon") && svg.children.length <= 1 && !svg.closest("a") && [...svg.querySelectorAll("*")].every((part) => part.localName === "path");
};

function look(title) {
  const faults = [];
  const say = (what, element) => faults.push(`${title}: ${what}${element ? `: ${element.outerHTML.slice(0, 300)}` : ""}`);
  const article = one("article");
  // The window's own: the lightbox, the card for notes, and what the article lacks. Its text lies deeper.
  const own = [...article.querySelectorAll(":scope > dialog.lightbox, :scope > .note-card, :scope > .lacks, :scope > .complete")];
  const isOwn = (element) => own.some((part) => part.contains(element)) || isIcon(element);
  for (const element of article.querySelectorAll(FORBIDDEN)) if (!isOwn(element)) say("forbidden element", element);
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name)) say("event handler", element);
      if (ADDRESSES.includes(name.toLowerCase()) && element.closest("article")) {
        const plain = value.replace(/[\u0000-\u0020\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202f\ufeff]/g, "");
        // An address that the URL standard can't read has no protocol, and leads nowhere.
        const link = element.protocol === ":" ? plain.slice(0, plain.indexOf(":") + 1).toLowerCase() : element.protocol;
        const safe = element.matches("a") && name === "href" ? SAFE_LINKS.includes(link) : /^((http:\/\/)?offprint-media[:.]|blob:(tauri:|http:\/\/tauri\.))/.test(plain);
        if (!safe) say(`unsafe ${name}`, element);
      }
      if (name === "style" && element.closest("[data-block]") && /url\(|fixed|expression|-moz-binding|@import/i.test(value)) say("unsafe style", element);
    }
  }
  for (const id of ["search", "articles", "shelf", "reader", "problem"]) {
    if (document.querySelectorAll(`[id="${id}"]`).length > 1) say(`a second #${id}`);
  }
  const now = [...document.querySelectorAll("script, link, meta, style, base")].filter((element) => !state.shell.includes(element) && !element.matches("link[href^='css/']"));
  for (const element of now) say("added to the page", element);
  const strange = Object.getOwnPropertyNames(window).filter((name) => !state.globals.has(name) && !/^\d+$/.test(name) && !/^_\d+$/.test(name));
  if (strange.length > 0) say(`new globals ${strange}`);
  if (state.ran.length > 0) say(`ran ${state.ran.splice(0)}`);
  if (!document.title.startsWith(title)) say(`title ${document.title}`);
  if (!/^tauri:\/\/localhost\/?#\/read\/[^/]+$/.test(location.href)) say(`address ${location.href}`);
  return faults;
}

/** Reads on for some seconds: from the first article of the shelf, or from the one after the open one. */
async function tryShelf() {
  const faults = [];
  const end = performance.now() + 12000;
  const read = [];
  let next = nextLink() ?? shelved()[0];
  while (next && performance.now() < end) {
    next.click();
    const article = await until(() => { const found = one("article"); return found?.querySelector("[data-block]") && !found.looked && found; });
    article.looked = true;
    const title = words(article.querySelector("h1").innerText);
    read.push(title);
    faults.push(...look(title));
    const address = location.href;
    for (const link of [...article.querySelectorAll("a[href]")].slice(0, 6)) {
      link.click();
      link.dispatchEvent(new MouseEvent("auxclick", { bubbles: true, cancelable: true, button: 1 }));
    }
    for (const summary of article.querySelectorAll("summary")) summary.click();
    await sleep(15);
    if (location.href !== address) faults.push(`${title}: a link led to ${location.href}`);
    faults.push(...look(title));
    // They are asked for once the article stands.
    await until(() => {
      const nav = one("navigation", "Previous and next article");
      return nav && all("link", undefined, nav).length > 0;
    });
    next = nextLink();
  }
  // The window's own: what reading needs, and what it asked for when it started.
  // This once, as it begins, which may be after articles are watched.
  const begins = state.begun ? -1 : state.commands.indexOf("ipc://localhost/fetch_waiting");
  if (begins >= 0) state.begun = state.commands.splice(begins, 1).length > 0;
  const called = state.commands.splice(0).filter((address) => !/^ipc:\/\/localhost\/(open|set_position|follow|watch|page|front|related|entry|neighbours|tags|collections|highlights)$/.test(address));
  faults.push(...called.map((address) => `called ${address}`));
  const asked = performance.getEntriesByType("resource").map((entry) => entry.name);
  faults.push(...asked.filter((name) => !/^(tauri|ipc|offprint-media):\/\//.test(name)).map((name) => `asked for ${name}`));
  performance.clearResourceTimings();
  return { faults: faults.slice(0, 40), read, more: Boolean(next) };
}

function nextLink() {
  const nav = one("navigation", "Previous and next article");
  return nav && all("link", undefined, nav).find((link) => link.innerText.trim().toLowerCase().startsWith("next"));
}
