// Sending, where the operator configured an address: only the confirmed content, only once.

const SECONDS = 20;

// The same content has the same mark (FNV-1a, two turns of 32 bits); it only guards against sending twice.
function markOf(text) {
  const turn = (start) => {
    let hash = start;
    for (let place = 0; place < text.length; place += 1) hash = Math.imul(hash ^ text.charCodeAt(place), 16777619);
    return (hash >>> 0).toString(16);
  };
  return `${turn(2166136261)}-${turn(40503)}-${text.length}`;
}

function newId() {
  const bytes = window.crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes).map((byte) => (byte < 16 ? "0" : "") + byte.toString(16)).join("");
}

function contentOf(fields, values) {
  const content = {};
  fields.forEach((field) => { content[field.key] = values[field.key] || ""; });
  return content;
}

// The sending of this content that was begun before, or a new one. Its number tells the receiver that
// a repetition is one, when an answer got lost on the way.
function sendingFor(form, content, before) {
  const mark = markOf(JSON.stringify([form, content]));
  return before && before.mark === mark ? before : { mark, id: newId(), at: "" };
}

// Gives "sent", "late" or "failed", or the status of a refusal.
function post(address, message) {
  const control = new AbortController();
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    control.abort();
  }, SECONDS * 1000);
  return fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(message),
    mode: "cors",
    credentials: "omit",
    redirect: "error",
    referrerPolicy: "no-referrer",
    cache: "no-store",
    signal: control.signal,
  }).then((answer) => (answer.ok ? "sent" : String(answer.status)), () => (isLate ? "late" : "failed"))
    .then((told) => {
      clearTimeout(timer);
      return told;
    });
}
