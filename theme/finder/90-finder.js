// The finder of the list of cases and of the search page. Its whole state is in the address.

const FACETS = ["year", "field", "method", "recommender", "region", "industry", "level"];
const KINDS = ["case", "notice", "video", "term"];

let rootElement;
let foundPlace;
let statusLine;
let notesPlace;
let chipList;
let listName;
let searchBox;
let sortSelect;
let hereText;
let foldButton;
let facetBoxes;
let kindTabs;
let narrowSelects;
let isHere;
let isSearch;
let currentQuery = "";
let pageAddress;
let foldName;
let lastTurn = 0;
let lateTimer;
let isReopened;
let isPrepared;
let isShown; // what is there is the answer to the address
let shownCounts;

function readState(search = currentQuery) {
  const given = new URLSearchParams(search);
  const one = (key) => given.get(key) || "";
  const oneOf = (key, known) => (known.indexOf(one(key)) < 0 ? "" : one(key));
  const selection = {};
  FACETS.forEach((name) => { selection[name] = Array.from(new Set(given.getAll(name))); });
  FLAGS.forEach((name) => { selection[name] = one(name) === "1"; });
  return {
    q: one("q").slice(0, LONGEST_QUERY), kind: isSearch ? oneOf("kind", KINDS) : "", type: one("type"), year: one("year"),
    sort: oneOf("sort", ["newest", "title", "enterprise", "relevance"]), page: Math.max(1, parseInt(one("page"), 10) || 1), selection,
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
  return writeState({ selection });
}

function usualSort(state) {
  return state.q ? "relevance" : "newest";
}

function sortOf(state) {
  return state.sort && (state.q || state.sort !== "relevance") ? state.sort : usualSort(state);
}

function addressOf(state, change) {
  return pageAddress + writeState(Object.assign({}, state, change));
}

// Draws what the address says. A newer call makes this one void.
function draw() {
  const turn = ++lastTurn;
  const state = readState();
  const isNow = state.isNow = () => turn === lastTurn;
  isShown = false;
  const isIdle = isSearch && !state.q && !state.kind && !isNarrowed(state.selection);
  rootElement.classList.toggle("idle", isIdle);
  searchBox.value = state.q;
  sortSelect.options[0].hidden = sortSelect.options[0].disabled = !state.q;
  sortSelect.value = sortOf(state);
  hereText.textContent = location.href;
  dropWaiting();
  clearTimeout(lateTimer);
  lateTimer = setTimeout(() => foundPlace.setAttribute("aria-busy", "true"), 200);
  const end = () => {
    if (!isNow()) return;
    clearTimeout(lateTimer);
    foundPlace.removeAttribute("aria-busy");
    document.documentElement.removeAttribute("data-asked");
  };
  if (isIdle) return Promise.resolve(end());
  return openData().then((columns) => {
    const show = (main) => {
      if (!isShown) paint(columns, state, main);
      isShown = true;
    };
    state.selection = columns.known(state.selection);
    return find(state, isOfCases(state) ? [columns] : []).then((cases) => {
      if (!isNow()) return null;
      if (!isSearch) return show(cases[0]);
      if (cases[0]) { // on a slow line they are there before the other kinds
        clearTimeout(lateTimer);
        lateTimer = setTimeout(() => {
          show(cases[0]);
          end();
        }, 150);
      }
      return openOthers().then((others) => isNow() && find(state, [columns].concat(others)).then((results) => {
        if (!isNow()) return;
        show(results[Math.max(0, KINDS.indexOf(state.kind))]);
        paintOthers(state, results, others[0]);
      })).catch((error) => {
        if (isNow() && cases[0]) show(cases[0]);
        throw error;
      });
    });
  }).catch((error) => {
    if (!isNow()) return forgive(error);
    openedData = null;
    if (error.reason !== "stale" || isReopened) return fail(error);
    isReopened = true; // the site is newer than what we hold: once more, with all of it new
    return draw();
  }).then(end);
}

// What stands there stays, where it is the answer to the address or the server's.
function fail(error) {
  const words = rootElement.dataset;
  statusLine.textContent = words[error.reason] || words.failed;
  if (!isShown && (isSearch || writeState(readState()))) foundPlace.textContent = "";
  notesPlace.textContent = "";
  notesPlace.hidden = false;
  makeButton(notesPlace, words.retry, () => go(readState()));
  setTimeout(() => forgive(error));
}

// The reader chose something: a new entry in the history, and the list. From a page of the server's
// list that is not its first it is a step to there.
function go(state, change) {
  const address = addressOf(state, change);
  if (!isHere) { location.href = address; return; }
  if (address !== addressOf(readState())) history.pushState(null, "", address);
  currentQuery = location.search;
  draw();
}

function change(name, value, isOn) {
  const state = readState();
  const { selection } = state;
  selection[name] = FLAGS.indexOf(name) >= 0 ? isOn : chosenWith(openedFacets[name], selection[name], value, isOn);
  go(state, { page: 1 });
}

// The panel again, of which a part was opened or searched; also before the first list is drawn.
function redrawPanel(failed = fail) {
  return openData().then((columns) => {
    const selection = columns.known(readState().selection);
    shownCounts = shownCounts || columns.look(selection).counts;
    drawPanel(facetBoxes, columns.facets, shownCounts, selection);
  }).catch(failed);
}

// Up and down through the results, and from the field into them.
function walk(event) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const stops = [searchBox].concat(allIn(foundPlace, ".what a"));
  const at = stops.indexOf(document.activeElement);
  if (!by || event.defaultPrevented || at < 0 || !stops[at + by]) return;
  event.preventDefault();
  stops[at + by].focus();
}

function listen(root) {
  const on = (type, act, isCapture) => root.addEventListener(type, act, isCapture);
  const redraw = () => redrawPanel();
  const prepare = (event) => {
    if (openedData || isPrepared || !event.target.closest(".side, .search, .sort")) return;
    isPrepared = true;
    redrawPanel(forgive); // what the reader does next will say it
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
    else if (input.matches("select")) go(readState(), { [input.name]: input.value, page: 1 });
  });
  on("submit", (event) => {
    event.preventDefault();
    go(readState(), { q: searchBox.value.trim(), page: 1 });
  });
  on("click", (event) => {
    const link = event.target.closest("[data-step], a[data-kind]");
    const button = event.target.closest(".fold, .tail");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      go(readState(link.search));
      listName.focus({ preventScroll: true });
      if (listName.getBoundingClientRect().top < 0) listName.scrollIntoView();
    } else if (button) {
      button.setAttribute("aria-expanded", button.getAttribute("aria-expanded") !== "true");
      if (button.className === "tail") redraw();
    }
  });
  addEventListener("popstate", () => {
    currentQuery = location.search;
    draw();
  });
  addEventListener("pagehide", () => history.replaceState({ y: pageYOffset }, ""));
}

function startFinder() {
  const root = document.querySelector("[data-finds], [data-finds-at]");
  rootAddress = new URL(document.body.dataset.root || "./", location.href).href;
  if (!root) return;
  const one = (selector) => root.querySelector(selector);
  rootElement = root;
  foundPlace = one(".found");
  statusLine = one(".status");
  notesPlace = one(".notes");
  chipList = one(".chips");
  listName = one("#list-name");
  searchBox = one("#q");
  sortSelect = one("[name=sort]");
  hereText = one("#here");
  foldButton = one(".fold");
  foldName = foldButton.textContent;
  facetBoxes = allIn(root, "[data-facet]");
  kindTabs = allIn(root, "a[data-kind]");
  narrowSelects = allIn(root, ".narrow select");
  isHere = !!root.dataset.finds;
  isSearch = root.dataset.finds === "search";
  currentQuery = isHere ? location.search : "";
  pageAddress = new URL(root.dataset.findsAt || "", location.href).pathname;
  hereText.textContent = location.href;
  listen(root);
  if (isHere) {
    allIn(root, ".pager a").forEach((link) => { // from here on a page of the list is a state too
      link.href = addressOf({ page: (/page\/(\d+)\/?$/.exec(link.pathname) || [])[1] });
      link.dataset.step = "";
    });
    if (isSearch || writeState(readState())) {
      draw().then(() => { if (history.state) scrollTo(0, history.state.y); });
      return;
    }
  }
  document.documentElement.removeAttribute("data-asked");
}

if (typeof document !== "undefined") {
  startFinder();
  startSuggesting();
}
