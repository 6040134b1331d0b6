// Small tools: the page's own words, and one case as its own page shows it.

const root = document.querySelector("[data-poster]");
const one = (selector) => document.querySelector(selector);

// The words of the page, with what belongs into their {…}.
function say(key, values) {
  return root.dataset[key].replace(/\{(\w+)\}/g, (whole, name) => (values && name in values ? values[name] : ""));
}

const plain = (text) => text.replace(/\s+/g, " ").trim();

const textOf = (place, selector) => {
  const element = place.querySelector(selector);
  return element ? plain(element.textContent) : "";
};

// The value of a line of facts, by its label.
function factOf(article, label) {
  const lines = Array.prototype.filter.call(article.querySelectorAll(".ledger div"), (line) => textOf(line, "dt") === label);
  return lines.length ? Array.prototype.map.call(lines[0].querySelectorAll("dd"), (dd) => plain(dd.textContent)).join(say("comma")) : "";
}

function readCase(text, base) {
  const page = new DOMParser().parseFromString(text, "text/html");
  const article = page.querySelector("article.case");
  if (!article) throw new Error("no case");
  const canonical = page.querySelector("link[rel=canonical]");
  const facts = ["year", "edition", "level", "area"].map((key) => factOf(article, say(key))).filter(Boolean);
  const summary = Array.prototype.map.call(article.querySelectorAll("section.abstract p"), (line) => plain(line.textContent));
  return {
    base,
    address: new URL((canonical && canonical.getAttribute("href")) || base, base).href,
    isRevoked: !!article.querySelector(".revoked"),
    title: textOf(article, "h1"),
    enterprise: textOf(article, ".enterprise"),
    mark: textOf(article, ".mark.demo"),
    number: textOf(article, ".colophon b"),
    about: facts.join(say("beside")),
    summary: (summary.length ? summary : [textOf(article, ".body > p")]).filter(Boolean).join(" "),
  };
}

// Promises the case; rejects with an error whose `isMissing` tells that there is no such page.
function fetchCase(id) {
  const base = new URL(`${document.body.dataset.root}cases/${id}/`, location.href).href;
  return fetch(base).then((answer) => {
    if (answer.ok) return answer.text();
    const error = new Error(String(answer.status));
    error.isMissing = answer.status === 404;
    throw error;
  }).then((text) => readCase(text, base));
}
