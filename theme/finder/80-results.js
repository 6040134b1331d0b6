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
function makeStep(text, state, into) {
  const link = makeLink(text, addressOf(state), into);
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
    else into.appendChild(document.createTextNode(part[0]));
  });
}

function writeMarked(text, words, into) {
  writeParts(markedParts(text, words.length ? hitsIn(text, words) : [], 0, text.length), into);
}

// A row: {uri, title, who, about, mark}.
function drawRow(list, row, words) {
  const item = make("li", "", "", list);
  const what = make("p", "what", "", item);
  writeMarked(row.title, words, makeLink("", rootAddress + row.uri, what));
  if (row.mark) {
    what.appendChild(document.createTextNode(" "));
    make("span", "mark", row.mark, what);
  }
  const about = make("p", "about", "", item);
  if (row.who) writeMarked(row.who, words, make("span", "who", "", about));
  about.appendChild(document.createTextNode(` ${row.about.filter(Boolean).join(" · ")}`));
  return item;
}

// Its place is kept free, so that nothing moves when it comes.
function drawSnippet(item, row, words) {
  const place = make("p", "snippet waits", "", item);
  return () => fetchPieces(rootAddress + row.uri).then((pieces) => {
    const found = pieces && cutSnippet(pieces, words);
    place.classList.remove("waits");
    if (!found) { place.remove(); return; }
    writeParts(found.parts, place);
    if (found.anchor) {
      makeLink(say("section", found), `${rootAddress}${row.uri}#${encodeURIComponent(found.anchor)}`, place);
    }
  });
}

// Snippets are fetched for rows in sight only.
function showInSight(items, starts) {
  if (!window.IntersectionObserver) { starts.forEach((start) => start()); return; }
  const observer = new IntersectionObserver((entries) => entries.forEach((entry) => {
    if (!entry.isIntersecting) return;
    observer.unobserve(entry.target);
    starts[items.indexOf(entry.target)]();
  }), { rootMargin: "200px" });
  items.forEach((item) => observer.observe(item));
}

function drawRows(into, rows, words) {
  const list = make("ol", "rows", "", into);
  const items = rows.map((row) => drawRow(list, row, words));
  if (!words.length) return;
  const long = rows.filter((row) => row.hasText);
  showInSight(long.map((row) => items[rows.indexOf(row)]),
    long.map((row) => drawSnippet(items[rows.indexOf(row)], row, words)));
}

function drawPager(into, state, total) {
  const pages = Math.ceil(total / PER_PAGE);
  if (pages < 2) return;
  const nav = make("nav", "pager", "", into);
  nav.setAttribute("aria-label", say("pager"));
  const step = (key, page, isThere) => {
    if (!isThere) return;
    makeStep(say(key), Object.assign({}, state, { page }), nav);
    nav.appendChild(document.createTextNode(" "));
  };
  step("first", 1, state.page > 2);
  step("previous", state.page - 1, state.page > 1);
  make("span", "", say("position", { page: state.page, pages }), nav);
  step("next", state.page + 1, state.page < pages);
  step("last", pages, state.page < pages - 1);
}

// 已选: a button for every choice; `drop` takes one away, or all.
function drawChips(list, chips, drop) {
  const had = Array.from(list.querySelectorAll("button")).indexOf(document.activeElement);
  list.textContent = "";
  list.hidden = !chips.length;
  if (!chips.length) return had >= 0;
  make("li", "quiet", say("chosen"), list);
  chips.forEach((chip) => {
    const button = makeButton(say("term", chip), () => drop(chip), make("li", "", "", list));
    button.setAttribute("aria-label", say("remove", chip));
  });
  makeButton(say("clear"), () => drop(null), make("li", "", "", list));
  const buttons = list.querySelectorAll("button");
  if (had >= 0) buttons[Math.min(had, chips.length - 1)].focus();
  return false;
}

// Promises the first `most` rows of a list that are good; a few are looked at together.
function collect(rows, most, isGood) {
  const good = [];
  let next = 0;
  function more() {
    if (good.length >= most || next >= rows.length) return good;
    const few = Array.from(rows.slice(next, next += AT_ONCE));
    return Promise.all(few.map(isGood)).then((fits) => {
      few.forEach((row, place) => { if (fits[place]) good.push(row); });
      return more();
    });
  }
  return Promise.resolve(more());
}
