// The finder of the list of cases and of the search page. Its whole state is in the address.

const FACETS = ["year", "field", "method", "recommender", "region", "industry", "level"];
const FLAGS = ["video", "text"];
const KINDS = ["case", "notice", "video", "term"];
const SORTS = ["newest", "title", "enterprise", "relevance"];

function readState(search) {
  const given = new URLSearchParams(search);
  const one = (key, known) => (known.indexOf(given.get(key)) < 0 ? "" : given.get(key));
  const state = {
    q: (given.get("q") || "").slice(0, LONGEST_QUERY), kind: one("kind", KINDS), type: given.get("type") || "",
    year: given.get("year") || "", sort: one("sort", SORTS), page: Math.max(1, parseInt(given.get("page"), 10) || 1), selection: {},
  };
  FACETS.forEach((name) => { state.selection[name] = Array.from(new Set(given.getAll(name))); });
  FLAGS.forEach((name) => { state.selection[name] = given.get(name) === "1"; });
  return state;
}

function writeState(state) {
  const said = new URLSearchParams();
  const add = (key, value) => { if (value) said.append(key, value); };
  add("q", state.q);
  add("kind", state.kind);
  if (state.kind === "notice") {
    add("type", state.type);
    add("year", state.year);
  } else if (isOfCases(state)) {
    FACETS.forEach((name) => state.selection[name].forEach((value) => said.append(name, value)));
    FLAGS.forEach((name) => add(name, state.selection[name] && "1"));
    add("sort", state.sort !== (state.q ? "relevance" : "newest") && state.sort);
  }
  add("page", state.page > 1 && String(state.page));
  return String(said) && `?${said}`;
}

function isOfCases(state) {
  return !state.kind || state.kind === "case";
}

function isNarrowed(selection) {
  return FACETS.some((name) => selection[name].length) || FLAGS.some((name) => selection[name]);
}

function sortOf(state) {
  const usual = state.q ? "relevance" : "newest";
  return state.sort === "relevance" ? usual : state.sort || usual;
}

function addressOf(state) {
  return finder.address + writeState(state);
}

const finder = { turn: 0, shown: null };

function fail(error) {
  const words = finder.root.dataset;
  finder.status.textContent = words[error.reason] || words.failed;
  finder.found.textContent = finder.notes.textContent = "";
  finder.notes.hidden = false;
  makeButton(words.retry, () => { finder.data = null; draw(); }, finder.notes);
  if (!error.reason) setTimeout(() => { throw error; }); // a fault of ours: the console shall say so
}

// Draws what the address says. A newer call makes this one void.
function draw() {
  const turn = ++finder.turn;
  const isNow = () => turn === finder.turn;
  const state = readState(finder.query);
  const isIdle = finder.isSearch && !state.q && !state.kind && !isNarrowed(state.selection);
  finder.root.classList.toggle("idle", isIdle);
  finder.box.value = state.q;
  finder.sort.options[0].hidden = finder.sort.options[0].disabled = !state.q;
  finder.sort.value = sortOf(state);
  finder.here.textContent = location.href;
  dropWaiting();
  const end = () => {
    if (!isNow()) return;
    clearTimeout(finder.late);
    finder.found.removeAttribute("aria-busy");
    document.documentElement.removeAttribute("data-asked");
  };
  if (isIdle) { finder.found.textContent = finder.status.textContent = ""; finder.kindBar.hidden = true; end(); return Promise.resolve(); }
  if (finder.kindBar) finder.kindBar.hidden = false;
  clearTimeout(finder.late);
  finder.late = setTimeout(() => finder.found.setAttribute("aria-busy", "true"), 200);
  return openData().then((data) => {
    state.selection = data.columns.known(state.selection);
    return find(data, state).then((results) => { if (isNow()) paint(data, state, results); });
  }).catch((error) => {
    if (error.reason !== "stale" || finder.isRenewed) { if (isNow()) fail(error); return null; }
    finder.isRenewed = true; // the site is newer than what we hold: once more, with all of it new
    finder.data = null;
    return draw();
  }).then(end);
}

// The reader chose something: a new entry in the history, and the list. From a page without the
// finder's state (the second one of the server's list) it is a step to the first.
function go(state) {
  const address = addressOf(state);
  if (!finder.isHere) { location.href = address; return; }
  if (address !== finder.address + finder.query) history.pushState(null, "", address);
  finder.query = writeState(state);
  draw();
}

function step(link) {
  go(readState(link.search));
  finder.list.focus({ preventScroll: true });
  if (finder.list.getBoundingClientRect().top < 0) finder.list.scrollIntoView();
}

function choose(input) {
  const state = readState(finder.query);
  if (input.name in state && input.tagName === "SELECT") {
    state[input.name] = input.value;
  } else if (typeof state.selection[input.name] === "boolean") {
    state.selection[input.name] = input.checked;
  } else {
    const values = state.selection[input.name];
    state.selection[input.name] = finder.facets
      ? chosenWith(finder.facets[input.name], values, input.value, input.checked)
      : values.filter((value) => value !== input.value).concat(input.checked ? input.value : []);
  }
  go(Object.assign(state, { page: 1 }));
}

// The panel again, of which a part was opened or searched; also before the first list is drawn.
function redrawPanel() {
  return openData().then((data) => {
    const selection = data.columns.known(readState(finder.query).selection);
    finder.counts = finder.counts || data.columns.look(selection, null).counts;
    drawPanel(finder.boxes, data.columns.facets, finder.counts, selection);
  });
}

// Up and down through the results, and from the field into them.
function walk(event) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const links = Array.from(finder.found.querySelectorAll(".what a"));
  const at = links.indexOf(document.activeElement);
  if (!by || event.defaultPrevented || (at < 0 && (by < 0 || document.activeElement !== finder.box))) return;
  const next = at + by < 0 ? finder.box : links[at + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function listen(root) {
  const on = (type, act, isCapture) => root.addEventListener(type, act, isCapture);
  const quietly = () => {}; // what the reader does next will say it
  const first = (event) => { if (!finder.data && event.target.closest(".side, .search, .sort")) redrawPanel().catch(quietly); };
  const look = (event) => { if (event.target.matches(".within") && !event.isComposing) redrawPanel().catch(fail); };
  on("pointerover", first);
  on("focusin", first);
  on("toggle", () => redrawPanel().catch(fail), true); // of details: it does not bubble
  on("input", look);
  on("compositionend", look);
  on("keydown", walk);
  on("change", (event) => { if (event.target.matches("select, [type=checkbox]")) choose(event.target); });
  on("submit", (event) => {
    event.preventDefault();
    go(Object.assign(readState(finder.query), { q: finder.box.value.trim().slice(0, LONGEST_QUERY), page: 1 }));
  });
  on("click", (event) => {
    const link = event.target.closest("[data-step], a[data-kind]");
    const button = event.target.closest("button");
    if (link && !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      step(link);
    } else if (button && button.matches(".fold, .rest")) {
      button.setAttribute("aria-expanded", String(button.getAttribute("aria-expanded") !== "true"));
      if (button.matches(".rest")) redrawPanel().catch(fail);
    }
  });
  window.addEventListener("popstate", () => {
    finder.query = location.search;
    draw();
  });
  window.addEventListener("pagehide", () => history.replaceState({ y: window.pageYOffset }, ""));
}

function startFinder() {
  const root = document.querySelector("[data-finds], [data-finds-at]");
  rootAddress = new URL(document.body.dataset.root || "./", location.href).href;
  if (!root) return;
  const one = (selector) => root.querySelector(selector);
  const all = (selector) => Array.from(root.querySelectorAll(selector));
  Object.assign(finder, {
    root, found: one(".found"), status: one(".status"), notes: one(".notes"), chips: one(".chips"),
    list: one("#list-name"), box: one("#q"), sort: one("[name=sort]"), here: one("#here"), fold: one(".fold"),
    boxes: all("[data-facet]"), kinds: all("a[data-kind]"), kindBar: one(".kinds"), narrow: all(".narrow select"),
    isSearch: root.dataset.finds === "search", isHere: !!root.dataset.finds, query: root.dataset.finds ? location.search : "",
    address: root.dataset.finds ? location.pathname : new URL(root.dataset.findsAt, location.href).pathname,
  });
  finder.foldName = finder.fold.textContent;
  finder.kindName = (kind) => finder.kinds.find((link) => link.dataset.kind === kind).firstChild.textContent.trim();
  finder.here.textContent = location.href;
  listen(root);
  if (finder.isHere && !finder.isSearch) {
    all(".pager a").forEach((link) => { // from here on a page is a state too
      link.href = addressOf(readState(`?page=${(/page\/(\d+)/.exec(link.getAttribute("href")) || [0, 1])[1]}`));
      link.dataset.step = "";
    });
  }
  if (finder.isSearch || (finder.isHere && writeState(readState(finder.query)))) {
    draw().then(() => { if (history.state && history.state.y) window.scrollTo(0, history.state.y); });
  } else {
    document.documentElement.removeAttribute("data-asked");
  }
}

if (typeof document !== "undefined") startFinder();
