// Numbers as Chinese readers write them, and units that can be converted.

const LARGEST = 1e15;
const DIGITS = 12; // significant digits in which values are compared and shown

let scales = []; // families of units: [[name, size]]

// The same folding as the library's: width, case, white space, the middle dot's variants.
function fold(text) {
  return text.replace(/[\uff01-\uff5e]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0))
    .toLowerCase().replace(/\s+/g, "").replace(/[\u2022\u30fb]/g, "\u00b7");
}

// {family, size}: units of one family can be converted; an unknown unit is a family of its own.
function measure(unit) {
  const folded = fold(unit);
  const cut = folded.indexOf("/") < 0 ? folded.length : folded.indexOf("/");
  const head = folded.slice(0, cut);
  for (const scale of scales) {
    const known = scale.find(([name]) => fold(name) === head);
    if (known) return { family: fold(scale[0][0]) + folded.slice(cut), size: known[1] };
  }
  return { family: folded, size: 1 };
}

// The units into which one can be converted, itself at its place; one alone when there are none.
function convertible(unit) {
  const slash = unit.search(/[/\uff0f]/);
  const head = slash < 0 ? unit : unit.slice(0, slash);
  const scale = scales.find((one) => one.some(([name]) => fold(name) === fold(head)));
  return scale ? scale.map(([name]) => name + (slash < 0 ? "" : unit.slice(slash))) : [unit];
}

const tidy = (value) => Number(value.toPrecision(DIGITS));

function show(value) {
  const plain = String(tidy(value));
  return plain.indexOf("e-") < 0 ? plain : tidy(value).toFixed(20).replace(/\.?0+$/, "");
}

// a - b without the noise of binary fractions.
function difference(a, b) {
  const most = Math.max(Math.abs(a), Math.abs(b));
  if (!most) return 0;
  const places = DIGITS - 1 - Math.floor(Math.log(most) / Math.LN10);
  return Number((a - b).toFixed(Math.max(0, Math.min(20, places))));
}

function isGrouped(whole) {
  return /^\d+$|^\d{1,3}(,\d{3})+$|^\d{1,4}(,\d{4})+$|^$/.test(whole);
}

// Which unit is meant by what stands behind a number, beside the unit of the field: {unit, times}.
function unitBehind(tail, unit) {
  if (!tail) return { unit, times: 1 };
  const { family } = measure(unit);
  const below = unit.replace(/^[^/\uff0f]*/, "");
  const found = [tail, tail + say("yuan"), tail + below, tail + say("yuan") + below]
    .find((name) => measure(name).family === family);
  if (found) return { unit: found, times: 1 };
  const times = { [say("ten_thousands")]: 1e4, [say("hundred_millions")]: 1e8 }[tail];
  return times ? { unit, times } : null;
}

// {} for nothing, {error, …} for what is no number, else {value: in the unit meant, unit, base}.
function readNumber(typed, unit) {
  const text = fold(typed).replace(/[\u2212\ufe63]/g, "-");
  if (!text) return {};
  const parts = /^([-+]?)([\d,]*)(\.\d*)?(e[-+]?\d{1,4})?([^\d.,+-][^\d]*)?$/.exec(text);
  if (!parts || !/\d/.test(parts[2] + (parts[3] || ""))) return { error: "unreadable", typed };
  if (!isGrouped(parts[2])) return { error: "grouping", typed };
  const meant = unitBehind(parts[5] || "", unit);
  if (!meant) return { error: "foreign_unit", unit: parts[5], other: unit };
  const plain = parts[2].replace(/,/g, "") + (parts[3] || "") + (parts[4] || "");
  const value = Number(parts[1] + plain) * meant.times;
  const base = tidy(value * measure(meant.unit).size);
  if (!(Math.abs(value) < LARGEST && Math.abs(base) < LARGEST * 1e4)) return { error: "huge", typed };
  return { value: tidy(value), unit: meant.unit, base, isRead: !!parts[5] };
}
