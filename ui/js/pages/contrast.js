/** How well one colour is read on another. */

const dot = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });

/** By WCAG 2.2, 1 to 21; any opaque colours of CSS. @param {string} one @param {string} other */
export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((first, second) => first - second);
  return (light + .05) / (dark + .05);
}

/** @param {string} colour */
function luminance(colour) {
  if (!dot) return 0;
  // Drawn, so that every way to write a colour is understood.
  dot.fillStyle = colour;
  dot.fillRect(0, 0, 1, 1);
  const [red, green, blue] = [...dot.getImageData(0, 0, 1, 1).data].map((part) => (part <= 10 ? part / 3294.6 : ((part / 255 + .055) / 1.055) ** 2.4));
  return red * .2126 + green * .7152 + blue * .0722;
}
