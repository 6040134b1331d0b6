// The visitor's numbers: kept on the device, taken out and in again. What comes from storage or from a
// file is foreign: only short texts are taken, and they are shown as texts only.
// Uses ../saving.js

const KEY = "biaogan.benchmarking.1";
const FORMAT = "biaogan-benchmarking";
const MOST_TEXT = 200000; // characters of what is read
const MOST_VALUES = 300;

const isText = (value, most) => typeof value === "string" && value.length <= most;

const isEntry = (one) => !!one && isText(one.name, 60) && !!fold(one.name) && isText(one.unit, 20)
  && isText(one.typed, 40) && !!one.typed.trim();

// Gives {year, values: [{name, unit, typed}]}, or null where it is not ours.
function understood(text) {
  let read;
  if (text.length > MOST_TEXT) return null;
  try { read = JSON.parse(text); } catch (malformed) { return null; }
  if (!read || read.format !== FORMAT || read.version !== 1 || !Array.isArray(read.values)) return null;
  return {
    year: isText(read.year, 8) ? read.year : "",
    values: read.values.slice(0, MOST_VALUES).filter(isEntry)
      .map(({ name, unit, typed }) => ({ name, unit, typed })),
  };
}

function written(year, values) {
  return { format: FORMAT, version: 1, year, values };
}

// Gives "" where nothing is kept, null where the browser refuses.
function recalled() {
  try { return localStorage.getItem(KEY) || ""; } catch (refused) { return null; }
}

function remembered(content) {
  try {
    localStorage.setItem(KEY, JSON.stringify(content));
    return true;
  } catch (refused) { return false; }
}

function forgotten() {
  try { localStorage.removeItem(KEY); } catch (refused) { /* then nothing was kept */ }
}

// A table for spreadsheet programs. What could begin a formula gets an apostrophe; a number is none.
const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

function csvCell(text) {
  const safe = FORMULA.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\t\r\n;]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

function csvOf(rows) {
  return `\ufeff${rows.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

function cellsOf(text) {
  const line = text.slice(0, text.search(/[\r\n]|$/));
  const comma = ["\t", ";", ","].find((one) => line.indexOf(one) >= 0) || ",";
  const rows = [[""]];
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const one = text[at];
    const row = rows[rows.length - 1];
    if (isQuoted && one === '"' && text[at + 1] === '"') {
      row[row.length - 1] += one;
      at += 1;
    } else if (one === '"' && (isQuoted || !row[row.length - 1])) isQuoted = !isQuoted;
    else if (!isQuoted && one === comma) row.push("");
    else if (!isQuoted && one === "\n") rows.push([""]);
    else if (isQuoted || one !== "\r") row[row.length - 1] += one;
  }
  return rows.map((row) => row.map((cell) => (FORMULA.test(cell) ? cell.replace(/^'/, "") : cell).trim()));
}

// Gives {values, bad: rows that are not understood}, or null where it is no table of ours.
function ofCsv(text) {
  if (text.length > MOST_TEXT) return null;
  const rows = cellsOf(text);
  const places = ["column_indicator", "column_unit", "column_value"].map((key) => rows[0].indexOf(say(key)));
  if (places.indexOf(-1) >= 0) return null;
  const found = rows.slice(1).map((row) => {
    const [name, unit, typed] = places.map((place) => row[place] || "");
    return { name, unit, typed };
  }).filter((one) => one.typed);
  const values = found.filter(isEntry).slice(0, MOST_VALUES);
  return { values, bad: found.length - values.length };
}

// Chinese Excel writes CSV in GBK, its "Unicode text" in UTF-16.
function decoded(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (other) {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

function download(name, type, content) {
  handOver(new Blob([content], { type }), name);
}
