// Which controls a view has, which of them are too small, and which stand where the window does not reach.

const CONTROLS = "a[href], button, summary, input, select, textarea, [role=button], [role=link], [role=menuitem], [role=tab], [role=switch]";

/** What is open lies over all else. */
const scope_ = () => document.querySelector("dialog[open]") ?? document.querySelector(":popover-open") ?? document.body;

const controls_ = () => [...scope_().querySelectorAll(CONTROLS)].filter((each) =>
  isShown(each) && !each.disabled && each.getAttribute("aria-hidden") !== "true" && each.getClientRects().length > 0);

const told_ = (each) => `${each.localName}${each.className && typeof each.className === "string" ? `.${each.className.split(" ")[0]}` : ""} “${nameOf(each).slice(0, 50)}”`;

/**
 * One stop of the Tab key stands for a group of radio buttons, whose others the arrows lead to. What is in a row of the
 * shelf is told by its name, for rows are drawn anew when the shelf is read again.
 */
const stop_ = (each) => {
  if (each.type === "radio") return [...document.querySelectorAll("input[type=radio]")].find(({ name }) => name === each.name);
  return each.closest(".row") ? told_(each) : each;
};

const frames = async (count = 2) => {
  for (let frame = 0; frame < count; frame += 1) await new Promise(requestAnimationFrame);
};

/** Remembers from now on what has the focus. */
function listen() {
  window.reached_ = new Set();
  const record = () => void window.reached_?.add(stop_(document.activeElement));
  if (!window.records_) document.addEventListener("focusin", record);
  window.records_ = true;
  record();
  return stops();
}
const stops = () => [String(window.reached_.size)];

const missed = () => {
  const had = window.reached_;
  window.reached_ = undefined;
  // The mark of a row has a key, as the help says.
  return controls_().filter((each) => !each.matches(".pick") && !had.has(stop_(each))).map(told_);
};

/** What is no control by itself answers no key by itself. */
const dead = () => controls_().filter((each) => !each.matches("a[href], button, summary, input, select, textarea")).map(told_);

/** The part of the window that leads to a control: itself, its label, or what it is drawn over. */
function small(side) {
  const far = side / 2 - 0.5;
  return controls_().filter((each) => {
    // Links among words, and the key to what a picture itself opens.
    if (each.matches(".enlarge, p a, li a, dd a, td a, figcaption a, sup a, cite a") && !each.matches(".contents a, nav a, .shelf a")) return false;
    const target = each.labels?.[0] ?? each;
    target.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, top, width, height } = target.getBoundingClientRect();
    if (width >= 2 * far && height >= 2 * far) return false;
    const [x, y] = [left + width / 2, top + height / 2];
    const leads = (dx, dy) => {
      const at = document.elementFromPoint(Math.min(innerWidth - 1, Math.max(0, x + dx)), Math.min(innerHeight - 1, Math.max(0, y + dy)));
      return at !== null && (target.contains(at) || at.closest("label") === target || (at.contains(target) && at.matches("label, li, .row")));
    };
    return !(width >= 2 * far || (leads(-far, 0) && leads(far, 0))) || !(height >= 2 * far || (leads(0, -far) && leads(0, far)));
  }).map((each) => {
    const { width, height } = (each.labels?.[0] ?? each).getBoundingClientRect();
    return `${told_(each)} is ${Math.round(width)} by ${Math.round(height)}`;
  });
}

/** How far the view can be scrolled sideways, and the controls that stand outside. */
const wide = () => {
  const root = document.documentElement;
  return root.scrollWidth > innerWidth + 1 ? [`the view is ${root.scrollWidth} px wide in a window of ${innerWidth}`] : [];
};
