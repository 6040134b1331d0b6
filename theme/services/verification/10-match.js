// Who is meant by what was typed: exactly one enterprise or case, or nobody.

const LONGEST = 200;
const MOST_NEAR = 10;
const LEAST_LIKE = 0.4; // share of pairs of characters that two names have in common

// Width, case, white space and invisible characters, and the middle dot; nothing that changes a word.
function fold(text) {
  return text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .toLowerCase().replace(/[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069]+/g, "").replace(/[\u2022\u30fb]/g, "\u00b7");
}

// No more of a text than a name can be long, and no half of a character at its end.
function cut(text) {
  return text.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, "").trim();
}

// The end of an address of this site says which page was scanned: {kind, name}.
function scanned(text, roots) {
  const root = roots.filter((one) => one && text.startsWith(one))[0];
  const path = root ? /^(cases|enterprises)\/([0-9a-z-]+)\/?(?=$|[?#])/.exec(text.slice(root.length)) : null;
  return path && { kind: path[1], name: path[2] };
}

// What can be asked: folded name, alias or id -> places of {enterprise, id, alias, shown}.
function indexOf(enterprises) {
  const known = new Map();
  const pages = { cases: new Map(), enterprises: new Map() };
  const add = (text, place) => {
    const key = fold(text);
    const places = known.get(key) || [];
    if (!places.some((other) => other.enterprise === place.enterprise)) known.set(key, places.concat(place));
  };
  enterprises.forEach((enterprise) => {
    add(enterprise.name, { enterprise, shown: enterprise.name });
    (enterprise.aliases || []).forEach((alias) => add(alias, { enterprise, alias, shown: alias }));
    pages.enterprises.set(enterprise.slug, { enterprise });
    enterprise.ids.forEach((id) => {
      add(id, { enterprise, id, shown: id });
      pages.cases.set(id, { enterprise, id });
    });
  });
  return { known, pages };
}

function pairsOf(key) {
  const pairs = new Set();
  for (let i = 0; i < key.length - 1; i += 1) pairs.add(key.substr(i, 2));
  return pairs;
}

// How like two folded names are, from 0 to 1: by the pairs they share, or as one holds the other.
function likeness(key, pairs, other) {
  let like = 0;
  if (key.length > 1 && other.indexOf(key) >= 0) like = 0.5 + key.length / other.length / 2;
  else if (other.length > 3 && key.indexOf(other) >= 0) like = 0.5 + other.length / key.length / 2;
  const others = pairsOf(other);
  let shared = 0;
  others.forEach((pair) => { if (pairs.has(pair)) shared += 1; });
  return Math.max(like, 2 * shared / (pairs.size + others.size || 1));
}

// The nearest names and ids, the likest first, one for each enterprise and each case.
function nearest(index, key) {
  const pairs = pairsOf(key);
  const best = new Map();
  index.known.forEach((places, other) => {
    const like = likeness(key, pairs, other);
    if (like < LEAST_LIKE) return;
    places.forEach((place) => {
      const whom = place.id || place.enterprise;
      const had = best.get(whom);
      if (!had || had.like < like) best.set(whom, { like, place });
    });
  });
  return Array.from(best.values())
    .sort((one, other) => other.like - one.like || (one.place.shown < other.place.shown ? -1 : 1))
    .slice(0, MOST_NEAR).map((found) => found.place);
}

// {found} one place, or {several} or {near} places to choose from; near may be empty.
function lookUp(index, asked, roots) {
  const page = scanned(asked, roots);
  const shown = page && index.pages[page.kind].get(page.name);
  if (page) return shown ? { found: shown } : { near: [] };
  const key = fold(asked);
  const places = index.known.get(key) || [];
  if (places.length === 1) return { found: places[0] };
  return places.length ? { several: places } : { near: nearest(index, key) };
}
