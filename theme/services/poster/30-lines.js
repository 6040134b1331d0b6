// Lines of text: where Chinese may be broken, and what is left out where there is no room.

// What may not begin a line, and what may not end one.
const NOT_FIRST = /^[\u3001\u3002\u3005\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u30fb\u30fc\u00b7\u2014\u2019\u201d\u2026\u2030\u2103\uff01\uff05\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff5e!%),.:;?\]}]$/;
const NOT_LAST = /^[\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u2018\u201c\uff08([{<]$/;
const WORD = /^[0-9A-Za-z\u00c0-\u024f\u0370-\u04ff&@#+\-_/'=~*\\|$]/;
// What belongs to the character before it: accents, variants, colours of skin, and joiners.
const BELONGS = /^(?:[\u0300-\u036f\u20d0-\u20ff\ufe00-\ufe0f\u200d]|\ud83c[\udffb-\udfff]|\udb40[\udc20-\udc7f\udd00-\uddef])$/;
const FLAG = /^\ud83c[\udde6-\uddff]$/;
const ELLIPSIS = "\u2026";

// No line may turn or be cut by characters that nobody sees.
const visible = (text) => text.replace(/[\u0000-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]+/g, " ").replace(/ +/g, " ").trim();

// The characters as they are seen: an emoji made of several is one.
function charactersOf(text) {
  const found = [];
  Array.from(text).forEach((point) => {
    const last = found.length ? found[found.length - 1] : "";
    const joins = BELONGS.test(point) || /\u200d$/.test(last) || (FLAG.test(point) && FLAG.test(last));
    if (joins && last && last.length < 32) found[found.length - 1] += point;
    else found.push(point);
  });
  return found;
}

// The pieces between which a line may be broken; a blank stands alone.
function piecesOf(text) {
  const pieces = [];
  let before = " ";
  charactersOf(text).forEach((character) => {
    const isWhole = before !== " " && character !== " " && (
      NOT_FIRST.test(character) || NOT_LAST.test(before) || (WORD.test(character) && (WORD.test(before) || /^[,.:]$/.test(before))));
    if (isWhole) pieces[pieces.length - 1] += character;
    else pieces.push(character);
    before = character;
  });
  return pieces;
}

// A piece that is wider than a line comes apart into what fits.
function apart(piece, width, measure) {
  if (measure(piece) <= width) return [piece];
  const parts = [""];
  charactersOf(piece).forEach((character) => {
    const last = parts.length - 1;
    if (parts[last] && measure(parts[last] + character) > width) parts.push(character);
    else parts[last] += character;
  });
  return parts;
}

// `measure` gives the width of a text.
function linesOf(text, width, measure) {
  const lines = [];
  let line = "";
  piecesOf(visible(text)).forEach((whole) => {
    apart(whole, width, measure).forEach((piece) => {
      if (line && measure(line + piece) > width) {
        lines.push(line.trim());
        line = "";
      }
      if (line || piece !== " ") line += piece;
    });
  });
  return lines.concat(line.trim() || []);
}

// The first lines; the last of them ends with an ellipsis where more would follow.
function firstLines(lines, most, width, measure) {
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, Math.max(most, 0));
  if (!kept.length) return kept;
  const last = charactersOf(kept[kept.length - 1]);
  const isLoose = () => /^[\s\u3001\u3002\uff0c\uff1a\uff1b,.:;]$/.test(last[last.length - 1]) || NOT_LAST.test(last[last.length - 1]);
  while (last.length > 1 && (isLoose() || measure(last.join("") + ELLIPSIS) > width)) last.pop();
  kept[kept.length - 1] = last.join("") + ELLIPSIS;
  return kept;
}
