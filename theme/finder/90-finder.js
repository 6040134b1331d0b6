// The finder of the list of cases and of the search page. Its whole state is in the address.

const FACETS = ["year", "field", "method", "recommender", "region", "industry", "level"];
const FLAGS = ["video", "text"];
const KINDS = ["case", "notice", "video", "term"];
const SORTS = ["newest", "title", "enterprise", "relevance"];
const finder = { turn: 0 };

function readState(search) {
  const given = new URLSearchParams(search);
  const one = (key) => given.get(key) || "";
  const oneOf = (key, known) => (known.indexOf(one(key)) < 0 ? "" : one(key));
  const selection = {};
  FACETS.forEach((name) => { selection[name] = Array.from(new Set(given.getAll(name))); });
  FLAGS.forEach((name) => { selection[name] = one(name) === "1"; });
  return {
    q: one("q").slice(0, LONGEST_QUERY), kind: finder.isCases ? "" : oneOf("kind", KINDS), type: one("type"), year: one("year"),
    sort: oneOf("sort", SORTS), page: Math.max(1, parseInt(one("page"), 10) || 1), selection,
  };
}

function writeState(state) {
  const said = new URLSearchParams();
  const add = (key, value) => [].concat(value || []).forEach((part) => said.append(key, part === true ? "1" : part));
  add("q", state.q && state.q.slice(0, LONGEST_QUERY));
  add("kind", state.kind);
  if (isOfCases(state)) {
    FACETS.concat(FLAGS).forEach((name) => add(name, (state.selection || {})[name]));
    add("sort", state.sort !== usualSort(state) && state.sort);
  } else {
    add("type", state.type);
    add("year", state.year);
  }
  add("page", state.page > 1 && state.page);
  return String(said) && `?${said}`;
}

function isOfCases(state) {
  return !state.kind || state.kind === "case";
}

function isNarrowed(selection) {
  return FACETS.some((name) => selection[name].length) || selection.video || selection.text;
}

function usualSort(state) {
  return state.q ? "relevance" : "newest";
}

function sortOf(state) {
  return state.sort && (state.q || state.sort !== "relevance") ? state.sort : usualSort(state);
}

function addressOf(state, change) {
  return finder.address + writeState(Object.assign({}, state, change));
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
  clearTimeout(finder.late);
  finder.late = setTimeout(() => finder.found.setAttribute("aria-busy", "true"), 200);
  const end = () => {
    if (!isNow()) return;
    clearTimeout(finder.late);
    finder.found.removeAttribute("aria-busy");
    document.documentElement.removeAttribute("data-asked");
  };
  if (isIdle) return Promise.resolve(end());
  return openData().then((data) => {
    state.selection = data.columns.known(state.selection);
    return find(data, state).then((results) => { if (isNow()) paint(data, state, results); });
  }).catch((error) => {
    if (!isNow()) return null;
    finder.data = null;
    if (error.reason !== "stale" || finder.isRenewed) return fail(error);
    finder.isRenewed = true; // the site is newer than what we hold: once more, with all of it new
    return draw();
  }).then(end);
}

function fail(error) {
  const words = finder.root.dataset;
  finder.status.textContent = words[error.reason] || words.failed;
  finder.found.textContent = finder.notes.textContent = "";
  finder.notes.hidden = false;
  makeButton(words.retry, draw, finder.notes);
  if (!error.reason) setTimeout(() => { throw error; }); // a fault of ours: the console shall say so
}

// The reader chose something: a new entry in the history, and the list. From a page of the server's
// list that is not its first it is a step to there.
function go(state, change) {
  const address = addressOf(state, change);
  if (!finder.isHere) { location.href = address; return; }
  if (address !== addressOf(readState(finder.query))) history.pushState(null, "", address);
  finder.query = location.search;
  draw();
}

function change(name, value, isOn) {
  const state = readState(finder.query);
  const selection = state.selection;
  selection[name] = FLAGS.indexOf(name) >= 0 ? isOn : chosenWith((finder.facets || {})[name], selection[name], value, isOn);
  go(state, { page: 1 });
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
  const stops = [finder.box].concat(Array.from(finder.found.querySelectorAll(".what a")));
  const at = stops.indexOf(document.activeElement);
  if (!by || event.defaultPrevented || at < 0 || !stops[at + by]) return;
  event.preventDefault();
  stops[at + by].focus();
}

function listen(root) {
  const on = (type, act, isCapture) => root.addEventListener(type, act, isCapture);
  const redraw = () => redrawPanel().catch(fail);
  const prepare = (event) => {
    if (!finder.data && event.target.closest(".side, .search, .sort")) redrawPanel().catch(() => {}); // what the reader does next will say it
  };
  on("pointerover", prepare);
  on("focusin", prepare);
  on("toggle", redraw, true); // of details: it does not bubble
  const look = (event) => { if (event.target.matches(".within") && !event.isComposing) redraw(); };
  on("input", look);
  on("compositionend", look);
  on("keydown", walk);
  on("change", (event) => {
    const input = event.target;
    if (input.type === "checkbox") change(input.name, input.value, input.checked);
    else if (input.matches("select")) go(readState(finder.query), { [input.name]: input.value, page: 1 });
  });
  on("submit", (event) => {
    event.preventDefault();
    go(readState(finder.query), { q: finder.box.value.trim(), page: 1 });
  });
  on("click", (event) => {
    const link = event.target.closest("[data-step], a[data-kind]");
    const button = event.target.closest(".fold, .rest");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      go(readState(link.search));
      finder.list.focus({ preventScroll: true });
      if (finder.list.getBoundingClientRect().top < 0) finder.list.scrollIntoView();
    } else if (button) {
      button.setAttribute("aria-expanded", button.getAttribute("aria-expanded") !== "true");
      if (button.className === "rest") redraw();
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
  const isHere = !!root.dataset.finds;
  Object.assign(finder, {
    root, isHere, found: one(".found"), status: one(".status"), notes: one(".notes"), chips: one(".chips"),
    list: one("#list-name"), box: one("#q"), sort: one("[name=sort]"), here: one("#here"), fold: one(".fold"),
    boxes: all("[data-facet]"), kinds: all("a[data-kind]"), narrow: all(".narrow select"),
    isSearch: root.dataset.finds === "search", isCases: root.dataset.finds !== "search", query: isHere ? location.search : "",
    address: new URL(root.dataset.findsAt || location.pathname, location.href).pathname, foldName: one(".fold").textContent,
  });
  finder.here.textContent = location.href;
  listen(root);
  if (isHere) {
    all(".pager a").forEach((link) => { // from here on a page of the list is a state too
      link.href = addressOf({ page: parseInt(link.pathname.split("page/")[1], 10) });
      link.dataset.step = "";
    });
    if (finder.isSearch || writeState(readState(finder.query))) {
      draw().then(() => { if (history.state) window.scrollTo(0, history.state.y); });
      return;
    }
  }
  document.documentElement.removeAttribute("data-asked");
}

if (typeof document !== "undefined") startFinder();
