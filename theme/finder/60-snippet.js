// The texts of found pages: they prove what the index could only guess, and give the passage that is
// shown. A page is cut into pieces as generator/rendering/text.py does it for the index.

const INLINE = /^(a(bbr)?|b(d[io])?|c(it|od)e|d(el|fn)|em|i(ns)?|kbd|mark|q|r([pt]|uby)|s(amp|mall|pan|trong|u[bp])?|time|u|var|wbr)$/;
const SNIPPET = 90;
const BEFORE = 24; // of them before the first word
const SHORT = 30; // a caption or a cell says little
const AT_ONCE = 6;
const KEPT = 400;

const texts = new Map();
const waiting = [];
let running = 0;

// Pieces of what is marked data-found, each with the section in which it stands.
function piecesOf(node) {
  const pieces = [];
  let text = "";
  let section = "";
  let anchor = "";
  let isHeading = false;
  let isHead = false; // title and enterprise: the list says them already
  function end() {
    text = text.replace(/\s+/g, " ").trim();
    if (text) pieces.push({ text, section, anchor, rank: isHead ? -99 : anchor && !isHeading && text.length > SHORT ? 1 : 0 });
    text = "";
  }
  (function walk(parent, isFound) {
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3 && isFound) text += child.data;
      if (child.nodeType !== 1 || child.className === "footnote-ref") continue;
      const isHere = isFound || child.hasAttribute("data-found");
      const isApart = isHere !== isFound || !INLINE.test(child.localName);
      const level = /^h([1-6])$/.exec(child.localName);
      if (isApart) end();
      if (child.localName === "header") isHead = true;
      if (level) {
        anchor = level[1] > 1 && (child.id || child.parentNode.id);
        section = anchor ? child.textContent.trim() : "";
        isHeading = true;
      }
      walk(child, isHere);
      if (isApart) end();
      if (level) isHeading = false;
      if (child.localName === "header") isHead = false;
    }
  })(node, false);
  return pieces;
}

// Promises the pieces of a page; null when it cannot be had.
function fetchPieces(address) {
  if (!texts.has(address)) {
    if (texts.size > KEPT) texts.clear();
    texts.set(address, new Promise((resolve) => { waiting.push({ address, resolve }); }));
    fetchNext();
  }
  return texts.get(address);
}

function fetchNext() {
  while (running < AT_ONCE && waiting.length) {
    const job = waiting.shift();
    running++;
    fetch(job.address).then((answer) => (answer.ok ? answer.text() : Promise.reject()))
      .then((html) => piecesOf(new DOMParser().parseFromString(html, "text/html").body))
      .catch(() => { texts.delete(job.address); return null; })
      .then((pieces) => { running--; job.resolve(pieces); fetchNext(); });
  }
}

// Nobody waits any more for what was not yet asked.
function dropWaiting() {
  waiting.splice(0).forEach((job) => { texts.delete(job.address); job.resolve(null); });
}

function foldedOf(piece) {
  if (piece.folded === undefined) piece.folded = fold(piece.text);
  return piece.folded;
}

function occursIn(pieces, word) {
  return pieces.some((piece) => foldedOf(piece).indexOf(word) >= 0);
}

// Where the folded words stand in a text: [from, to, number of the word], in their order.
function hitsIn(text, words) {
  const mapped = foldMapped(text);
  const hits = [];
  words.forEach((word, number) => {
    for (let at = mapped.text.indexOf(word); at >= 0; at = mapped.text.indexOf(word, at + word.length)) {
      hits.push([mapped.at[at], mapped.to[at + word.length - 1], number]);
    }
  });
  return hits.sort((one, two) => one[0] - two[0] || two[1] - one[1]);
}

// A stretch of a text in parts: [text, whether it is one of the words].
function markedParts(text, hits, start, end) {
  const parts = [];
  let at = start;
  for (const hit of hits) {
    const from = Math.max(hit[0], at);
    const to = Math.min(hit[1], end);
    if (from >= to) continue;
    if (from > at) parts.push([text.slice(at, from), false]);
    parts.push([text.slice(from, to), true]);
    at = to;
  }
  if (at < end) parts.push([text.slice(at, end), false]);
  return parts;
}

// The pieces with the most different words, running text before headings.
function bestPieces(pieces, words) {
  const ranks = pieces.map((piece) => {
    const found = words.filter((word) => foldedOf(piece).indexOf(word) >= 0).length;
    return found && 2 * found + piece.rank;
  });
  const most = Math.max.apply(null, ranks);
  return most > 0 ? pieces.filter((piece, place) => ranks[place] === most).slice(0, 8) : [];
}

// The passage with the most different words near each other; null where no piece has one.
function cutSnippet(pieces, words) {
  let best = null;
  for (const piece of bestPieces(pieces, words)) {
    const hits = hitsIn(piece.text, words);
    hits.forEach((hit, first) => {
      const seen = new Set();
      for (let at = first; at < hits.length && hits[at][1] <= hit[0] + SNIPPET - BEFORE; at++) seen.add(hits[at][2]);
      if (!best || seen.size > best.size) best = { size: seen.size, piece, hits, from: hit[0], to: hit[1] };
    });
  }
  if (!best) return null;
  const text = best.piece.text;
  const isHalf = (at) => /[\udc00-\udfff]/.test(text.charAt(at));
  let start = Math.max(0, Math.min(best.from - BEFORE, text.length - SNIPPET));
  let end = Math.min(text.length, Math.max(start + SNIPPET, best.to));
  if (isHalf(start)) start++;
  if (isHalf(end)) end++;
  const parts = markedParts(text, best.hits, start, end);
  if (start) parts.unshift(["…", false]);
  if (end < text.length) parts.push(["…", false]);
  return { parts, section: best.piece.section, anchor: best.piece.anchor };
}
