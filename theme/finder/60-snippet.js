// The texts of found pages: they prove what the index could only guess, and give the passage that is
// shown. A page is cut into pieces as generator/rendering/text.py does it for the index.

const SNIPPET = 90;
const BEFORE = 24; // of them before the first word
const AT_ONCE = 6;

const waiting = []; // [uri, resolve, reject]
let running = 0;

// Pieces of what is marked data-found, each with the section in which it stands.
function piecesOf(node) {
  const pieces = [];
  let text = "";
  let section = "";
  let anchor = "";
  // In a header stand title and enterprise: the list says them already; a caption or a cell says little.
  const end = (place) => {
    text = text.replace(/\s+/g, " ").trim();
    if (text) pieces.push({ text, folded: fold(text), section, anchor, rank: place.closest("header") ? -99 : anchor && !place.closest("h2,h3,h4,h5,h6") && text.length > 30 ? 1 : 0 });
    text = "";
  };
  (function walk(parent, isFound) {
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3 && isFound) text += child.data;
      if (child.nodeType !== 1 || child.className === "footnote-ref") continue;
      const isHere = isFound || child.hasAttribute("data-found");
      const isApart = isHere !== isFound || !/^(a(bbr)?|b(d[io])?|c(it|od)e|d(el|fn)|em|i(ns)?|kbd|mark|q|r([pt]|uby)|s(amp|mall|pan|trong|u[bp])?|time|u|var|wbr)$/.test(child.localName);
      const level = /^h([1-6])$/.exec(child.localName);
      if (isApart) end(parent);
      if (level) {
        anchor = level[1] > 1 && (child.id || child.parentNode.id);
        section = anchor ? child.textContent.trim() : "";
      }
      walk(child, isHere);
      if (isApart) end(child);
    }
  })(node, false);
  return pieces;
}

// Promises the pieces of a page; nothing when it cannot be had.
const fetchPieces = (uri) => keep(uri, () => new Promise((resolve, reject) => {
  waiting.push([uri, resolve, reject]);
  fetchNext();
}), kept.pages, 400).catch(forgive);

function fetchNext() {
  while (running < AT_ONCE && waiting.length) {
    const [uri, resolve, reject] = waiting.shift();
    running++;
    Promise.all([load(uri, "text"), ...beforeTexts()])
      .then(([html]) => piecesOf(new DOMParser().parseFromString(html, "text/html").body)).then(resolve, reject)
      .then(() => {
        running--;
        fetchNext();
      });
  }
}

// Nobody waits any more for what was not yet asked.
function dropWaiting() {
  waiting.splice(0).forEach(([uri, resolve, reject]) => reject({ reason: "dropped" }));
}

// Where the folded words stand in a text: [from, to, number of the word], in their order.
function hitsIn(text, words) {
  const { folded, places } = foldMapped(text);
  const hits = [];
  words.forEach((word, number) => {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      hits.push([places[at][0], places[at + word.length - 1][1], number]);
    }
  });
  return hits.sort((one, two) => one[0] - two[0] || two[1] - one[1]);
}

// Writes a stretch of a text, the words in it marked.
function writeMarked(into, text, hits, start, end) {
  for (const hit of hits) {
    const from = Math.max(hit[0], start);
    const to = Math.min(hit[1], end);
    if (from >= to) continue;
    into.append(text.slice(start, from));
    make(into, "mark", "", text.slice(from, to));
    start = to;
  }
  into.append(text.slice(start, end));
}

// Writes the passage with the most different words near each other, of the pieces with the most
// different words, running text before headings; nothing where no piece has one. Gives the piece.
function writeSnippet(into, pieces, words) {
  const ranks = pieces.map((piece) => {
    const found = words.filter((word) => piece.folded.includes(word)).length;
    return found && 2 * found + piece.rank;
  });
  const most = Math.max(1, ...ranks);
  let best;
  pieces.filter((piece, place) => ranks[place] === most).slice(0, 8).forEach((piece) => {
    const hits = hitsIn(piece.text, words);
    hits.concat([[0, 0]]).forEach(([from, to]) => { // where folding by characters finds none: the begin
      const { size } = new Set(hits.filter((hit) => hit[0] >= from && hit[1] <= from + SNIPPET - BEFORE).map((hit) => hit[2]));
      if (!best || size > best[0]) best = [size, piece, hits, from, to];
    });
  });
  if (!best) return best;
  const [size, piece, hits, from, to] = best;
  const { text } = piece;
  const whole = (at) => at + /[\udc00-\udfff]/.test(text.charAt(at)); // not in the middle of a character
  const start = whole(Math.max(0, Math.min(from - BEFORE, text.length - SNIPPET)));
  const end = whole(Math.min(text.length, Math.max(start + SNIPPET, to)));
  if (start) into.append("…");
  writeMarked(into, text, hits, start, end);
  if (end < text.length) into.append("…");
  return piece;
}
