/* What counts as the same text. The twin of generator/search/folding.py, step for step. */
let spaces = /\s+/g;
let aparts = /[\u0000-\u002f:-@[-`{-\u00bf]+/g;  // until the manifest is there
let traditional = /[^\s\S]/g;
const simple = new Map();

/* The manifest's `folding`: two bodies of classes, read by code points. */
function setFolding(spec) {
  spaces = new RegExp("[" + spec.space + "]+", "gu");
  aparts = new RegExp("[" + spec.apart + "]+", "gu");
}

/* Two strings: characters, and what each becomes. Some of these are surrogate pairs. */
function setTraditional(table) {
  const to = Array.from(table[1]);
  Array.from(table[0]).forEach(function (character, i) { simple.set(character, to[i]); });
  traditional = new RegExp("[" + table[0] + "]", "g");
}

/* All steps but NFKC; separators still stand at the ends. */
function foldKnown(text) {
  return text.toLowerCase().replace(/\u03c2/g, "\u03c3")
    .replace(traditional, function (character) { return simple.get(character); })
    .replace(spaces, "").replace(aparts, "·");
}

function fold(text) {
  return foldKnown(text.normalize("NFKC")).replace(/^·|·$/g, "").normalize("NFKC");
}

/* A text, unit by unit, with the begin (`at`) and the end (`to`) of what each was made from. */
function Mapped() { this.text = ""; this.at = []; this.to = []; }
Mapped.prototype.add = function (text, at, to) {
  for (let i = 0; i < text.length; i++) { this.at.push(at); this.to.push(to); }
  this.text += text;
};

/* Does a character stay behind whatever stands before it, of this text's end? */
function joins(before, character) {
  const normal = character.normalize("NFKC");
  return (before + character).normalize("NFKC") !== before.normalize("NFKC") + normal ||
    (character + "\u0334").normalize("NFKC") !== normal + "\u0334" ||
    ("\u0301" + character).normalize("NFKC") !== "\u0301" + normal;
}

/* NFKC, a character at a time: with it go the marks and letters that join it. */
function normalMapped(from) {
  if (from.text.normalize("NFKC") === from.text) { return from; }
  const made = new Mapped();
  let part = "", begin = 0, end = 0;
  function close() {
    if (part) { made.add(part.normalize("NFKC"), from.at[begin], from.to[end - 1]); }
    part = "";
  }
  Array.from(from.text).forEach(function (character) {
    if (joins(part, character)) { part += character; } else { close(); begin = end; part = character; }
    end += character.length;
  });
  close();
  return made;
}

/* `fold`, and for every unit of the folded text from where to where it stands in the text. */
function foldMapped(text) {
  const whole = new Mapped();
  for (let i = 0; i < text.length; i++) { whole.add(text[i], i, i + 1); }
  const known = normalMapped(whole);
  const made = new Mapped();
  let i = 0;
  Array.from(known.text).forEach(function (character) {
    const end = i + character.length;
    const folded = foldKnown(character);
    if (folded !== "·" || !/^$|·$/.test(made.text)) { made.add(folded, known.at[i], known.to[end - 1]); }
    i = end;
  });
  if (/·$/.test(made.text)) { made.text = made.text.slice(0, -1); made.at.pop(); made.to.pop(); }
  return normalMapped(made);
}

/* Letters, typed from the begin of a syllable on, each syllable in full or by its first letter. */
function soundsLike(word, syllables) {
  const parts = syllables.split(" ");
  return word.length > 1 && parts.some(function (_, first) {
    let places = new Set([0]);
    return parts.slice(first).some(function (part) {
      const next = new Set();
      let fits = false;
      places.forEach(function (place) {
        const rest = word.slice(place);
        if (part.startsWith(rest)) { fits = true; }
        if (rest.startsWith(part)) { next.add(place + part.length); }
        if (rest[0] === part[0]) { next.add(place + 1); }
      });
      places = next;
      return fits;
    });
  });
}
