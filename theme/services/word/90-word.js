// What other services call: window.BiaoganWord.make(url, values) and .save(blob, name).

const BODY = "word/document.xml";

function fetched(url) {
  let address;
  try { address = new URL(url, location.href); } catch (malformed) { return Promise.reject(fault("foreign")); }
  if (address.origin !== location.origin) return Promise.reject(fault("foreign"));
  return fetch(address.href, { mode: "same-origin" }).then((answer) => {
    if (!answer.ok) throw fault("unreachable");
    return answer.arrayBuffer();
  }).catch(() => { throw fault("unreachable"); });
}

// Gives the promise of a Blob: the Word file at `url` with its controls filled.
// `values`: tag → text, or for a control of blocks [{style, text} | {rows, head, widths}]. Without
// text a control stays as it is. Rejects with an Error whose `code` is "foreign" (another host),
// "unreachable" or "damaged" (no Word file of ours).
function make(url, values) {
  return fetched(url).then((buffer) => {
    const entries = unzipped(buffer);
    if (!entries.some((entry) => entry.name === BODY)) throw fault("damaged");
    return new Blob(zipped(entries.map((entry) => ({
      name: entry.name,
      data: entry.name !== BODY ? entry.data
        : new TextEncoder().encode(filled(new TextDecoder().decode(entry.data), values)),
    }))), { type: KIND });
  });
}

window.BiaoganWord = Object.freeze({ make, save });
