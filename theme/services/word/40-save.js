// A file for the reader, under a name that every system takes.

const KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const ENDING = ".docx";
const MOST = 80; // characters of a name, which may take 4 bytes each of the 255 that Linux has
const LASTING = 60000; // milliseconds until what was saved is given free
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

function safeName(name) {
  const plain = clean(name).replace(/[\s\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g, " ")
    .replace(/[\\/:*?"<>|~%]/g, "_").replace(/\.docx$/i, "");
  const short = Array.from(plain).slice(0, MOST).join("").replace(/^[ .]+|[ .]+$/g, "");
  return `${RESERVED.test(short) ? "_" : ""}${short || "document"}${ENDING}`;
}

// Gives false where the browser knows no names for downloads: it may then have opened the file.
function save(blob, name) {
  const link = document.createElement("a");
  const isKnown = "download" in link;
  link.href = URL.createObjectURL(blob);
  if (isKnown) link.download = safeName(name); else link.target = "_blank";
  document.body.appendChild(link);
  link.click();
  document.body.removeChild(link);
  setTimeout(() => URL.revokeObjectURL(link.href), LASTING);
  return isKnown;
}
