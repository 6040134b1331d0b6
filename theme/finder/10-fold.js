// What counts as the same text. The twin of generator/search/folding.py, step for step.

let spaces;
let aparts;
let traditional = /[^\s\S]/g;
const simple = new Map();
const normal = (text) => text.normalize("NFKC");

// The manifest's `folding`, needed before anything is folded: two bodies of classes of code points.
function setFolding(spec) {
  [spaces, aparts] = [spec.space, spec.apart].map((body) => new RegExp(`[${body}]+`, "gu"));
}

// Two strings: characters, and what each becomes. Some of these are surrogate pairs.
function setTraditional(table) {
  const to = Array.from(table[1]);
  Array.from(table[0], (character, i) => simple.set(character, to[i]));
  traditional = new RegExp(`[${table[0]}]`, "g");
}

// All steps but NFKC; separators still stand at the ends.
function foldKnown(text) {
  return text.toLowerCase().replace(/\u03c2/g, "\u03c3")
    .replace(traditional, (character) => simple.get(character)).replace(spaces, "").replace(aparts, "·");
}

function fold(text) {
  return normal(foldKnown(normal(text)).replace(/^·|·$/g, ""));
}

// A mapped text is {text, at, to}: every unit was made from what stands in the original from
// at[i] to to[i].
function put(mapped, text, at, to) {
  mapped.text += text;
  Array.from({ length: text.length }, () => mapped.to.push(to) && mapped.at.push(at));
}

// Does a character join what stands before it, or is it a mark, which may have to wait for more?
function joins(before, character) {
  if (/^[\0-\u02ff\u3400-\u9fff\uff01-\uff5e]/.test(character)) return false; // nearly all
  const alone = normal(character);
  return normal(before + character) !== normal(before) + alone ||
    normal(character + "\u0334") !== alone + "\u0334" || normal("\u0301" + character) !== "\u0301" + alone;
}

// NFKC of a mapped text, a character with all that joins it at a time.
function normalMapped(from) {
  if (normal(from.text) === from.text) return from;
  const made = { text: "", at: [], to: [] };
  let part = "";
  let end = 0;
  const close = () => put(made, normal(part), from.at[end - part.length], from.to[end - 1]);
  for (const character of from.text) {
    if (!joins(part, character)) {
      close();
      part = "";
    }
    part += character;
    end += character.length;
  }
  close();
  return made;
}

// `fold`, mapped.
function foldMapped(text) {
  const whole = { text, at: Array.from(text.split(""), (unit, i) => i), to: Array.from(text.split(""), (unit, i) => i + 1) };
  const known = normalMapped(whole);
  const made = { text: "", at: [], to: [] };
  let end = 0;
  for (const character of known.text) {
    const folded = foldKnown(character);
    const begin = end;
    end += character.length;
    if (folded !== "·" || !/^$|·$/.test(made.text)) put(made, folded, known.at[begin], known.to[end - 1]);
  }
  made.text = made.text.replace(/·$/, "");
  made.at.length = made.to.length = made.text.length;
  return normalMapped(made);
}

// Do letters, typed from the begin of a syllable on, stand for these syllables? Each may be typed in
// full or by its first letter, the last one in part.
function soundsLike(word, syllables) {
  const parts = syllables.split(" ");
  return word.length > 1 && parts.some((start, first) => {
    let places = new Set([0]); // how much of the word the syllables so far may have used
    return start[0] === word[0] && parts.slice(first).some((part) => {
      const next = new Set();
      const fits = Array.from(places, (place) => {
        const rest = word.slice(place);
        if (rest.startsWith(part)) next.add(place + part.length);
        if (rest[0] === part[0]) next.add(place + 1);
        return part.startsWith(rest);
      });
      places = next;
      return fits.indexOf(true) >= 0;
    });
  });
}
