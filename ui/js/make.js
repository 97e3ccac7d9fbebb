/**
 * An element; attributes that are null or undefined and children that are false or empty are left out.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | null | undefined>} attributes
 * @param {...(Node | string | false | null)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value != null) element.setAttribute(name, value);
  for (const child of children) if (child) element.append(child);
  return element;
}

/**
 * @param {Record<string, string | null | undefined>} attributes
 * @param {() => void} press
 * @param {...(Node | string | false | null)} children
 */
export function button(attributes, press, ...children) {
  const element = make("button", { type: "button", ...attributes }, ...children);
  element.addEventListener("click", press);
  return element;
}

/** A button that main.js knows by its `data-do`. @type {(text: string, act: string, first?: boolean) => HTMLElement} */
export const does = (text, act, first = false) => make("button", { class: first ? "button first" : "button", "data-do": act }, text);

/** A style sheet that index.html does not have, once it is there or can't be had: words without it are better than none. @param {string} href */
export function styleSheet(href) {
  const sheet = make("link", { rel: "stylesheet", href });
  const styled = new Promise((done) => ["load", "error"].forEach((end) => sheet.addEventListener(end, done)));
  document.head.append(sheet);
  return styled;
}

/** A part of index.html. @param {string} id */
export const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** A part of an address, as it is where it was not encoded. @param {string} part */
export function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
