/** Catches what no module foresaw, and has the page for it loaded. Runs before all others, and needs none of them. */

/** What the system refuses, or the reader stops: a player that may not play by itself, an answer that nobody waits for. */
const REFUSED = /^(?:Abort|NotAllowed)Error$/u;

/** Whether one is being told, and what the last one said. */
let [told, last] = [false, ""];

/** @param {unknown} error */
async function tell(error) {
  // One fault often brings others, or comes again: the first says most.
  if (told || !(error instanceof Error || isProblem(error)) || (error instanceof Error && REFUSED.test(error.name)) || error.message === last) return;
  [told, last] = [true, error.message];
  try {
    const { showFault } = await (await import("./pages.js")).fault();
    showFault(error);
    document.querySelector(".fault")?.addEventListener("close", () => void (told = false));
  } catch {
    tellPlainly();
  }
}

/** A message that stands on one line, from what Rust handed over. @param {string} id */
const said = (id) => new RegExp(`^${id} = (.*)$`, "mu").exec(globalThis.words?.text ?? "")?.[1] ?? "Offprint";

/** Says what can be said where no module can be loaded any more. */
function tellPlainly() {
  const sheet = Object.assign(document.createElement("dialog"), { className: "sheet", role: "alertdialog", ariaLabel: said("wrong") });
  sheet.append(said("cannot-load"));
  document.body.append(sheet);
  sheet.showModal();
}

/** A rejection by ipc.js that nobody took. @param {any} error @returns {error is import("../../types").Problem} */
const isProblem = (error) => typeof error?.code === "string" && typeof error.message === "string";

// What is no error has none: a picture that can't be loaded, or a size that is observed while it changes.
addEventListener("error", (event) => {
  if (event.target instanceof HTMLScriptElement) void tell(new Error(said("cannot-load")));
  else void tell(event.error);
}, true);
addEventListener("unhandledrejection", ({ reason }) => void tell(reason));
