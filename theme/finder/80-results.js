// The list of what was found, drawn from values; no text becomes markup.

const PER_PAGE = 20;
let phrases = {};
let rootAddress = "";

function say(key, values) {
  return phrases[key].replace(/\{(\w+)\}/g, (whole, name) => values[name]);
}

function make(tag, name, text, into) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text) element.textContent = text;
  if (into) into.appendChild(element);
  return element;
}

function makeLink(text, address, into) {
  const link = make("a", "", text, into);
  link.href = address;
  return link;
}

// A link that the finder itself follows; it has its address, so it opens in a new tab too.
function makeStep(text, state, change, into) {
  const link = makeLink(text, addressOf(state, change), into);
  link.dataset.step = "";
  return link;
}

function makeButton(text, act, into) {
  const button = make("button", "", text, into);
  button.type = "button";
  button.addEventListener("click", act);
  return button;
}

function writeParts(parts, into) {
  parts.forEach((part) => {
    if (part[1]) make("mark", "", part[0], into);
    else into.append(part[0]);
  });
}

function writeMarked(text, words, into) {
  writeParts(markedParts(text, words.length ? hitsIn(text, words) : [], 0, text.length), into);
}

function besides(row) {
  return row.about.filter(Boolean).join(" · ");
}

// A row: {uri, title, who, about, mark}.
function drawRow(list, row, words) {
  const item = make("li", "", "", list);
  const what = make("p", "what", "", item);
  writeMarked(row.title, words, makeLink("", rootAddress + row.uri, what));
  what.append(" ");
  if (row.mark) make("span", "mark", row.mark, what);
  const about = make("p", "about", "", item);
  if (row.who) writeMarked(row.who, words, make("span", "who", "", about));
  about.append(` ${besides(row)}`);
  return item;
}

// Snippets are fetched for rows in sight only; the place is kept free, so that nothing moves.
function drawRows(into, rows, words) {
  const list = make("ol", "rows", "", into);
  const starts = new Map();
  const observer = window.IntersectionObserver && new IntersectionObserver((entries) => entries.forEach((entry) => {
    if (!entry.isIntersecting) return;
    observer.unobserve(entry.target);
    starts.get(entry.target)();
  }), { rootMargin: "200px" });
  rows.forEach((row) => {
    const item = drawRow(list, row, words);
    if (!words.length || !row.hasText) return;
    starts.set(item, drawSnippet(item, rootAddress + row.uri, words));
    if (observer) observer.observe(item);
    else starts.get(item)();
  });
}

function drawSnippet(item, address, words) {
  const place = make("p", "snippet waits", "", item);
  return () => fetchPieces(address).then((pieces) => {
    const found = pieces && cutSnippet(pieces, words);
    place.className = "snippet";
    if (!found) { place.remove(); return; }
    writeParts(found.parts, place);
    if (found.anchor) makeLink(say("section", found), `${address}#${encodeURIComponent(found.anchor)}`, place);
  });
}

function drawPager(into, state, total) {
  const pages = Math.ceil(total / PER_PAGE);
  if (pages < 2) return;
  const nav = make("nav", "pager", "", into);
  nav.setAttribute("aria-label", say("pager"));
  const step = (key, page, isThere) => {
    if (!isThere) return;
    makeStep(say(key), state, { page }, nav);
    nav.append(" ");
  };
  step("first", 1, state.page > 2);
  step("previous", state.page - 1, state.page > 1);
  make("span", "", say("position", { page: state.page, pages }), nav);
  step("next", state.page + 1, state.page < pages);
  step("last", pages, state.page < pages - 1);
}
