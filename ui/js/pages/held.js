/** What a clipboard or a drag holds. Events give it only while they last. */

/** @param {DataTransfer | null} data @returns {import("../../../types").Pasted} */
export function held(data) {
  const [html, text, address] = ["text/html", "text", "text/x-moz-url-priv"].map((type) => data?.getData(type) ?? "");
  return { html, text, address };
}
