// Finds things as a screen reader names them: by role and accessible name. Run before every script of the tests.
const ROLES = {
  article: "article, [role=article]",
  button: "button, [role=button], summary",
  checkbox: "input[type=checkbox], [role=checkbox]",
  dialog: "dialog[open], [role=dialog]",
  heading: "h1, h2, h3, h4, h5, h6, [role=heading]",
  link: "a[href], [role=link]",
  list: "ul, ol, [role=list]",
  listitem: "li, [role=listitem]",
  option: "[role=option]",
  toolbar: "[role=toolbar]",
  navigation: "nav, [role=navigation]",
  radio: "input[type=radio], [role=radio]",
  searchbox: "input[type=search], [role=searchbox]",
  slider: "input[type=range], [role=slider]",
  region: "section[aria-label], section[aria-labelledby], [role=region]",
  textbox: "input:not([type]), textarea, [role=textbox]",
  alert: "[role=alert]",
  img: "img, [role=img]",
};

const words = (text) => (text ?? "").replace(/\s+/g, " ").trim();

/** The accessible name, as far as this window's parts need it: https://www.w3.org/TR/accname */
function nameOf(element) {
  const by = element.getAttribute("aria-labelledby");
  if (by) return words(by.split(/\s+/).map((id) => document.getElementById(id)?.textContent).join(" "));
  const own = element.getAttribute("aria-label") ?? element.getAttribute("alt");
  if (own !== null) return words(own);
  if (element.labels?.length) return words([...element.labels].map((label) => label.innerText).join(" "));
  return words(element.innerText) || words(element.title);
}

const isShown = (element) =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: false }) && !element.closest("[inert]");

/** All that have the role and, where given, the name; a name that ends in "…" stands for any that begins so. */
function all(role, name, root = document) {
  const fits = (has) => name === undefined || has === name || (name.endsWith("…") && has.startsWith(name.slice(0, -1)));
  return [...root.querySelectorAll(ROLES[role] ?? `[role=${role}]`)]
    .filter((element) => {
      const role_ = element.getAttribute("role");
      return !role_ || role_ === role || !(role in ROLES) || element.matches(`[role=${role}]`);
    })
    .filter((element) => isShown(element) || element instanceof HTMLInputElement)
    .filter((element) => fits(nameOf(element)));
}

const one = (role, name, root) => all(role, name, root)[0] ?? null;

/** The articles on the shelf, by the words of their links. */
const shelved = () => {
  const list = one("list", "Articles");
  return list ? all("link", undefined, list) : [];
};

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/** Waits until what moves stands still. */
async function rests() {
  // What goes away while it moves never comes to its end.
  const moving = document.getAnimations().map((each) => each.finished.catch(() => {}));
  await Promise.race([Promise.all(moving), sleep(2000)]);
  for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
}

/** Waits until `ask` gives something true, at most `ms`. */
async function until(ask, ms = 10000) {
  const end = performance.now() + ms;
  for (;;) {
    const found = ask();
    if (found) return found;
    if (performance.now() > end) throw new Error(`waited ${ms} ms for: ${ask}`);
    await sleep(10);
  }
}
