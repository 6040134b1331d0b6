// The page: what is asked stands in its address, so reload, history and copies keep it.

const opened = {}; // address -> promise of what is read of it, once; a failure is forgotten
let lastTurn = 0;
let isFresh = false; // after a failure nothing is taken from the browser's cache

function open(address, read) {
  opened[address] = opened[address] || fetch(address, { cache: isFresh ? "reload" : "default" }).then((answer) => {
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  }).then(read).catch((error) => {
    delete opened[address];
    throw error;
  });
  return opened[address];
}

function openNames() {
  return open(words.verification, ({ built, digits, enterprises }) => ({ built, digits, index: indexOf(enterprises) }));
}

// Promises the answer, with the titles of who was found.
function answered(known, asked, roots) {
  const answer = lookUp(known.index, asked, roots);
  if (!answer.found) return Promise.resolve(answer);
  const { slug } = answer.found.enterprise;
  const address = words.verification.replace("names.json", `titles${slug.substr(1, known.digits)}.json`);
  return open(address, (titles) => titles).then((titles) => {
    if (titles.enterprises[slug]) return Object.assign({ titles }, answer);
    Object.keys(opened).forEach((old) => delete opened[old]); // files of two builds
    throw new Error(slug);
  });
}

function startVerification(root) {
  const one = (selector) => root.querySelector(selector);
  const field = one("#asked");
  const said = one(".said");
  const again = one(".again");
  const statement = one(".statement");
  const heading = one("#statement-name");
  words = root.dataset;
  rootAddress = new URL(document.body.dataset.root || "./", location.href).href;
  const roots = [rootAddress, words.siteUrl];

  const asked = () => cut(new URLSearchParams(location.search).get("q") || "");

  // A newer call makes this one void.
  function draw() {
    const turn = ++lastTurn;
    const text = asked();
    field.value = text;
    again.hidden = true;
    statement.hidden = true;
    said.textContent = "";
    delete root.dataset.answer;
    if (!text) return Promise.resolve();
    const timer = setTimeout(() => { if (turn === lastTurn) said.textContent = words.asking; }, 200);
    return openNames().then((known) => answered(known, text, roots).then((answer) => {
      if (turn !== lastTurn) return;
      root.dataset.answer = drawAnswer(heading, one(".stated"), answer, text, known);
      statement.hidden = false;
      said.textContent = "";
    })).catch(() => {
      if (turn !== lastTurn) return;
      said.textContent = words.failed;
      again.hidden = false;
    }).then(() => clearTimeout(timer));
  }

  function ask(text) {
    const wanted = cut(text);
    const address = wanted ? addressOf(wanted) : location.pathname;
    if (address !== location.pathname + location.search) history.pushState(null, "", address);
    draw().then(() => { if (!statement.hidden) heading.focus(); });
  }

  one("form").addEventListener("submit", (event) => {
    event.preventDefault();
    ask(field.value);
  });
  again.addEventListener("click", () => {
    isFresh = true;
    field.focus(); // the button goes
    draw();
  });
  startScanner(one(".scan"), one("[type=file]"), ask, () => { said.textContent = words.unread; });
  root.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-ask]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    ask(link.dataset.ask);
  });
  addEventListener("popstate", draw);
  // What was cut is cut in the address too: a copy of it asks the same.
  const first = new URLSearchParams(location.search).get("q");
  if (first && first.length > LONGEST) history.replaceState(null, "", addressOf(asked()));
  draw();
}

const verification = typeof document !== "undefined" && document.querySelector("[data-verification]");
if (verification) startVerification(verification);
