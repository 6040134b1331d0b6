// What the device remembers: an array, the newest first, of { v: "2022-015.1", at, of, on: "2026-11-22",
// seen }, seconds and a day. What comes from storage is foreign: what is not of this form is dropped.

const KEY = "biaogan.learning.1";
const MOST = 200; // videos; the oldest go
const LONGEST = 40000; // characters that are read at all: 200 entries have 20,000
const NAME = /^[0-9a-z-]{1,60}\.[1-9]\d{0,2}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ENDS = 0.95; // of the length: from there on a video was seen
const DAYS = 864000; // seconds: no video is longer

// The twin of clock in theme/scripts/40-video.js.
function clock(seconds) {
  const whole = Math.floor(seconds);
  const hours = Math.floor(whole / 3600);
  const two = (number) => `0${number}`.slice(-2);
  const short = `${two(Math.floor(whole % 3600 / 60))}:${two(whole % 60)}`;
  return hours ? `${hours}:${short}` : short;
}

function today() {
  const now = new Date();
  const two = (number) => `0${number}`.slice(-2);
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const isLength = (value) => typeof value === "number" && value >= 0 && value < DAYS; // false for NaN

function isEntry(one) {
  return typeof one === "object" && one !== null && NAME.test(one.v) && DAY.test(one.on)
    && isLength(one.at) && isLength(one.of) && typeof one.seen === "boolean";
}

// Gives { entries, trouble: "" | "refused" | "damaged" }.
function recalled() {
  let text;
  try { text = localStorage.getItem(KEY); } catch (refused) { return { entries: [], trouble: "refused" }; }
  if (text === null) return { entries: [], trouble: "" };
  let read = null;
  try { if (text.length <= LONGEST) read = JSON.parse(text); } catch (malformed) { /* said below */ }
  if (!Array.isArray(read)) return { entries: [], trouble: "damaged" };
  const names = {};
  const entries = read.filter((one) => {
    const isNew = isEntry(one) && !names[one.v];
    if (isNew) names[one.v] = true;
    return isNew;
  }).slice(0, MOST);
  return { entries, trouble: read.length && !entries.length ? "damaged" : "" };
}

function kept(entries) {
  try {
    localStorage.setItem(KEY, JSON.stringify(entries.slice(0, MOST)));
    return true;
  } catch (refused) { return false; }
}

const entryOf = (entries, name) => entries.filter((one) => one.v === name)[0];

// Puts an entry first, or takes it away. Another window may have written meanwhile, so all is read again.
function remember(name, entry) {
  const others = recalled().entries.filter((one) => one.v !== name);
  return kept(entry ? [entry].concat(others) : others);
}

function forget() {
  try { localStorage.removeItem(KEY); } catch (refused) { /* then nothing was kept */ }
}

const isGoing = (entry) => !entry.seen && entry.at >= 3 && entry.at < entry.of * ENDS;

function filled(words, values) {
  return words.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

// A mark stands apart from what it marks, as on the pages.
function marked(words, kind, parent) {
  parent.appendChild(document.createTextNode(" "));
  made("span", words, parent).className = kind;
}

function made(tag, words, parent) {
  const element = document.createElement(tag);
  if (words) element.textContent = words;
  if (parent) parent.appendChild(element);
  return element;
}
