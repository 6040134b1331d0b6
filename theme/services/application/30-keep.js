// What the device keeps: { format, version, values, agreed, sent }. It is foreign when it comes back:
// only fields of the page's forms and texts of a sensible length are taken from it.

const KEY = "biaogan.application.1";
const FORMAT = "biaogan-application";
const MOST_KEPT = 400000; // characters of what is read; all fields filled to the brim take 12,000
const MOST_TYPED = 20000; // of one field
const SLUG = /^[a-z][a-z0-9-]{0,40}$/;

function nothing() {
  return { values: Object.create(null), agreed: [], sent: {} };
}

// What was sent of a form: the mark of its content, the number that the sending carried, when.
function sendingOf(found) {
  const isSound = isRecord(found) && typeof found.mark === "string" && /^[0-9a-f]{32}$/.test(found.id) && typeof found.at === "string";
  return isSound ? { mark: found.mark.slice(0, 40), id: found.id, at: found.at.slice(0, 20) } : null;
}

// Gives { kept, isOld }, or null where the text is not one of ours.
function understood(text, keys, version) {
  let read;
  if (text.length > MOST_KEPT) return null;
  try { read = JSON.parse(text); } catch (malformed) { return null; }
  if (!isRecord(read) || read.format !== FORMAT || !isRecord(read.values)) return null;
  const kept = nothing();
  keys.forEach((key) => {
    const value = own(read.values, key) ? read.values[key] : "";
    if (typeof value === "string" && value && value.length <= MOST_TYPED) kept.values[key] = whole(value);
  });
  const isOld = read.version !== version;
  if (Array.isArray(read.agreed) && !isOld) kept.agreed = read.agreed.filter((slug) => typeof slug === "string" && SLUG.test(slug)).slice(0, 20);
  if (isRecord(read.sent)) {
    Object.keys(read.sent).slice(0, 20).forEach((slug) => {
      const sending = SLUG.test(slug) ? sendingOf(read.sent[slug]) : null;
      if (sending) kept.sent[slug] = sending;
    });
  }
  return { kept, isOld };
}

// Gives "" where nothing is kept, null where the browser refuses.
function recalled() {
  try { return localStorage.getItem(KEY) || ""; } catch (refused) { return null; }
}

function remembered(kept, version) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ format: FORMAT, version, values: kept.values, agreed: kept.agreed, sent: kept.sent }));
    return true;
  } catch (refused) { return false; }
}

function forgotten() {
  try { localStorage.removeItem(KEY); } catch (refused) { /* then nothing was kept */ }
}
