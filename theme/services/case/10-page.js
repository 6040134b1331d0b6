// A case as its own page shows it. The page is parsed apart, and nothing of it runs there.

const plain = (text) => text.replace(/\s+/g, " ").trim();

const all = (place, selector) => Array.prototype.slice.call(place.querySelectorAll(selector));

// The texts of all such elements, and that of the first: "" where there is none.
const textsOf = (place, selector) => all(place, selector).map((element) => plain(element.textContent));
const textOf = (place, selector) => textsOf(place, selector)[0] || "";

const factOf = (line) => ({ label: textOf(line, "dt"), values: textsOf(line, "dd") });

// The values of a case's fact, by its label.
function valuesOf(item, label) {
  const [found] = item.facts.filter((fact) => fact.label === label);
  return found ? found.values : [];
}

function caseOf(text, base) {
  const page = new DOMParser().parseFromString(text, "text/html");
  const article = page.querySelector("article.case");
  if (!article) throw new Error("no case");
  const canonical = page.querySelector("link[rel=canonical]");
  return {
    base,
    article,
    title: textOf(article, "h1"),
    enterprise: textOf(article, ".enterprise"),
    mark: textOf(article, ".mark.demo"),
    number: textOf(article, ".colophon b"),
    isRevoked: !!article.querySelector(".revoked"),
    address: new URL((canonical && canonical.getAttribute("href")) || base, base).href,
    facts: all(article, ".ledger div").map(factOf),
  };
}
