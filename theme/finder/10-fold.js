// What counts as the same text. The twin of generator/search/folding.py, step for step.

let spaces;
let aparts;
let traditional = /[^\s\S]/g;
const simple = {};
const normal = (text) => text.normalize("NFKC");

// The manifest's `folding`, needed before anything is folded: two bodies of classes of code points.
function setFolding(spec) {
  [spaces, aparts] = [spec.space, spec.apart].map((body) => new RegExp(`[${body}]+`, "gu"));
}

// Two strings: characters, and what each becomes. Some of these are surrogate pairs.
function setTraditional(table) {
  const to = Array.from(table[1]);
  Array.from(table[0], (character, i) => { simple[character] = to[i]; });
  traditional = new RegExp(`[${table[0]}]`, "g");
}

// All steps but the last; separators still stand at the ends.
function foldKnown(text) {
  return normal(text).toLowerCase().replace(/\u03c2/g, "\u03c3")
    .replace(traditional, (character) => simple[character]).replace(spaces, "").replace(aparts, "·");
}

function fold(text) {
  return normal(foldKnown(text).replace(/^·|·$/g, ""));
}

// Folds a text character by character, each with the marks and jamo that join it: gives what became
// of it (at its end may stand a "·" more) and for every unit of that [from, to], whence it was made.
// What folds in another way as a whole is not found there.
function foldMapped(text) {
  const places = [];
  let folded = "";
  text.replace(/[^][\u0300-\u036f\u1100-\u11ff\u3099\u309a\uff9e-\uffdc]*/gu, (cluster, from) => {
    folded += normal(foldKnown(cluster)).replace(/^·/, /^$|·$/.test(folded) ? "" : "·");
    while (places.length < folded.length) places.push([from, from + cluster.length]);
  });
  return { folded, places };
}

// Do letters, typed from the begin of a syllable on, stand for these syllables? Each may be typed in
// full or by its first letter, the last one in part.
function soundsLike(word, syllables) {
  const fits = (rest, [part, ...others]) => !!part && part[0] === rest[0] && (part.startsWith(rest)
    || fits(rest.slice(1), others) || part.length > 1 && rest.startsWith(part) && fits(rest.slice(part.length), others));
  return word.length > 1 && syllables.split(" ").some((part, first, parts) => fits(word, parts.slice(first)));
}
