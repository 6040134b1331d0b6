// The page: what is asked stands in its address, so reload, history and copies keep it.

let opened = null; // the promise of the data, asked for once; a failure is forgotten
let lastTurn = 0;

function openData() {
  opened = opened || fetch(words.verification).then((answer) => {
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  }).then((data) => ({ data, index: indexOf(data.enterprises) })).catch((error) => {
    opened = null;
    throw error;
  });
  return opened;
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
    return openData().then((known) => {
      if (turn !== lastTurn) return;
      root.dataset.answer = drawAnswer(heading, one(".stated"), lookUp(known.index, text, roots), text, known.data);
      statement.hidden = false;
      said.textContent = "";
    }, () => {
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
  again.addEventListener("click", () => draw());
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
