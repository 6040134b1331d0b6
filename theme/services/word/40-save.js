// A file for the reader, under a name that every system takes.
// Uses ../saving.js

const KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const ENDING = ".docx";
const MOST = 80; // characters of a name, which may take 4 bytes each of the 255 that Linux has
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

function safeName(name) {
  const plain = clean(name).replace(/[\s\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g, " ")
    .replace(/[\\/:*?"<>|~%]/g, "_").replace(/\.docx$/i, "");
  const short = Array.from(plain).slice(0, MOST).join("").replace(/^[ .]+|[ .]+$/g, "");
  return `${RESERVED.test(short) ? "_" : ""}${short || "document"}${ENDING}`;
}

// Gives what handOver gives.
function save(blob, name) {
  return handOver(blob, safeName(name));
}
