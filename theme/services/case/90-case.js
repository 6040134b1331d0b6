// What other services call: window.BiaoganCase.asked(), .typed() and .read(id), and of what was read
// .valuesOf(item, label), .textOf(place, selector) and .textsOf(place, selector).

const ID = /^[0-9a-z-]{1,60}$/;
const MOST = 40; // characters of what was typed that are said again

function named() {
  const value = new URLSearchParams(location.search).get("case");
  return value === null ? null : value.trim().toLowerCase();
}

// Gives the id of the case in the address, "" where it names none, null where what it names can be none.
function asked() {
  const name = named();
  if (name === null) return "";
  return ID.test(name) ? name : null;
}

// What the address names, be it an id or not, short enough to be said.
function typed() {
  const name = named() || "";
  return name.length > MOST ? `${name.slice(0, MOST)}\u2026` : name;
}

// Promises the case as {base, article, title, enterprise, mark, number, isRevoked, address, facts};
// `base` is where its page was read, `address` the one that it gives itself, `facts` a list of
// {label, values}. Rejects with an Error whose `isMissing` tells that there is no such page.
function read(id) {
  const base = new URL(`${document.body.dataset.root}cases/${id}/`, location.href).href;
  return fetch(base).then((answer) => {
    if (answer.ok) return answer.text();
    const error = new Error(String(answer.status));
    error.isMissing = answer.status === 404 || answer.status === 410;
    throw error;
  }).then((text) => caseOf(text, base));
}

window.BiaoganCase = Object.freeze({ asked, typed, read, valuesOf, textOf, textsOf });
