// The answers: { areas: [slug], levels: { "slug.id": 1…5 } }. What comes from storage or from a file is
// foreign: only names that stand on the page and whole numbers from 1 to 5 are taken from it.

const KEY = "biaogan.evaluation.1";
const FORMAT = "biaogan-evaluation";
const MOST = 20000; // characters of what is read; the whole questionnaire answered takes 2,000

function own(object, name) {
  return Object.prototype.hasOwnProperty.call(object, name) ? object[name] : undefined;
}

function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// Gives the answers that a text holds, or what is wrong with it: "damaged" or "version".
function understood(text, form) {
  let read;
  if (text.length > MOST) return "damaged";
  try { read = JSON.parse(text); } catch (malformed) { return "damaged"; }
  if (!isRecord(read) || read.format !== FORMAT || !isRecord(read.levels) || !Array.isArray(read.areas)) {
    return "damaged";
  }
  if (read.version !== form.version) return "version";
  const levels = {};
  form.questions.forEach((question) => {
    const level = own(read.levels, question.name);
    if (level === 1 || level === 2 || level === 3 || level === 4 || level === 5) levels[question.name] = level;
  });
  return { levels, areas: form.areas.filter((slug) => read.areas.indexOf(slug) >= 0) };
}

function written(answers, form) {
  return { format: FORMAT, version: form.version, areas: answers.areas, levels: answers.levels };
}

// Gives "" where nothing is kept, null where the browser refuses.
function recalled() {
  try { return localStorage.getItem(KEY) || ""; } catch (refused) { return null; }
}

function remembered(answers, form) {
  try {
    localStorage.setItem(KEY, JSON.stringify(written(answers, form)));
    return true;
  } catch (refused) { return false; }
}

function forgotten() {
  try { localStorage.removeItem(KEY); } catch (refused) { /* then nothing was kept */ }
}
