// The list of what was found, drawn from values; no text becomes markup.

const PER_PAGE = 20;
let phrases = {};

function say(key, values) {
  return phrases[key].replace(/\{(\w+)\}/g, (whole, name) => values[name]);
}

function allIn(root, selector) {
  return Array.from(root.querySelectorAll(selector));
}

function make(into, tag, name, text) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text) element.textContent = text;
  into.append(element);
  return element;
}

function makeLink(into, text, address) {
  const link = make(into, "a", "", text);
  link.href = address;
  return link;
}

// A link that the finder itself follows; it has its address, so it opens in a new tab too.
function makeStep(into, text, state, change) {
  makeLink(into, text, addressOf(state, change)).dataset.step = "";
}

function makeButton(into, text, act) {
  const button = make(into, "button", "", text);
  button.type = "button";
  button.addEventListener("click", act);
  return button;
}

function writeName(into, name, words) {
  writeMarked(into, name, words.length ? hitsIn(name, words) : [], 0, name.length);
}

function besides(row) {
  return row.about.filter(Boolean).join(" · ");
}

// Rows: {uri, title, who, about, mark, hasText}. Snippets are fetched for rows in sight only; the place
// is kept free, so that nothing moves.
function drawRows(into, rows, words) {
  const list = make(into, "ol", "rows");
  rows.forEach((row) => {
    const address = rootAddress + row.uri;
    const item = make(list, "li");
    const what = make(item, "p", "what");
    const about = make(item, "p", "about");
    writeName(makeLink(what, "", address), row.title, words);
    what.append(" ");
    if (row.mark) make(what, "span", "mark", row.mark);
    if (row.who) writeName(make(about, "span", "who"), row.who, words);
    about.append(` ${besides(row)}`);
    if (!words.length || !row.hasText) return;
    const place = make(item, "p", "snippet waits");
    const start = () => fetchPieces(row.uri).then((pieces) => {
      const found = pieces && writeSnippet(place, pieces, words);
      place.className = "snippet";
      if (!found) place.remove();
      else if (found.anchor) makeLink(place, say("section", found), `${address}#${encodeURIComponent(found.anchor)}`);
    });
    if (!window.IntersectionObserver) start();
    else new IntersectionObserver((entries, observer) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      start();
    }, { rootMargin: "200px" }).observe(item);
  });
}

function drawPager(into, state, total) {
  const pages = Math.ceil(total / PER_PAGE);
  if (pages < 2) return;
  const nav = make(into, "nav", "pager");
  nav.setAttribute("aria-label", say("pager"));
  const step = (key, page, isThere) => {
    if (!isThere) return;
    makeStep(nav, say(key), state, { page });
    nav.append(" ");
  };
  step("first", 1, state.page > 2);
  step("previous", state.page - 1, state.page > 1);
  make(nav, "span", "", say("position", { page: state.page, pages }));
  step("next", state.page + 1, state.page < pages);
  step("last", pages, state.page < pages - 1);
}
