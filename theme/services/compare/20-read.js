// A case as its own page shows it. Nothing of the page runs here: it is parsed apart, and what could
// act or clash is taken away before anything is put into this page.

const ACTIVE = "script, style, link, iframe, object, embed, form, input, button, video, audio, .footnote-back";
const pages = {};

// An address of the case's page, as this page must write it; paths stay short on paper.
function addressFrom(value, base) {
  let url;
  try {
    url = new URL(value, base);
  } catch (error) {
    return "";
  }
  if (/^(https?|mailto|tel):$/.test(url.protocol) || url.protocol === location.protocol || /^data:image\//.test(value)) {
    return url.protocol === location.protocol && url.host === location.host ? url.pathname + url.search + url.hash : url.href;
  }
  return "";
}

function cleanElement(element, base, name) {
  Array.prototype.slice.call(element.attributes).forEach((attribute) => {
    const key = attribute.name;
    if (/^(id|style|srcset|loading|for|headers|aria-(labelledby|describedby|controls|owns)|data-.*|on.*)$/.test(key)) {
      element.removeAttribute(key);
    } else if (/^(href|src|poster|cite)$/.test(key)) {
      element.setAttribute(key, addressFrom(attribute.value, base));
    }
  });
  // Landmarks of two cases must not have one name.
  if (element.getAttribute("role") === "region") {
    element.setAttribute("aria-label", `${element.getAttribute("aria-label") || ""} ${name}`);
  }
}

function clean(article, base, name) {
  all(article, ACTIVE).forEach((element) => element.parentNode.removeChild(element));
  all(article, "*").forEach((element) => cleanElement(element, base, name));
}

const imported = (nodes) => Array.prototype.map.call(nodes, (node) => document.importNode(node, true));

function titleOf(heading) {
  const copy = heading.cloneNode(true);
  all(copy, ".number, sup").forEach((element) => element.parentNode.removeChild(element));
  return copy.textContent.trim();
}

// The body cut at its headings of level 2; notes stand apart. A title that returns is another section.
function sectionsOf(body) {
  const found = [];
  const seen = {};
  const begin = (title, key) => {
    seen[key] = (seen[key] || 0) + 1;
    found.push({ title, key: `${key}/${seen[key]}`, nodes: [] });
  };
  Array.prototype.forEach.call(body ? body.children : [], (element) => {
    if (element.tagName === "H2") {
      const title = titleOf(element);
      begin(title, fold(title));
      return;
    }
    if (element.matches(".footnotes")) {
      const title = element.getAttribute("aria-label") || "";
      element.removeAttribute("aria-label");
      element.removeAttribute("role");
      begin(title, fold(title));
    } else if (!found.length) {
      begin(say("opening"), "");
    }
    found[found.length - 1].nodes.push(document.importNode(element, true));
  });
  return found;
}

// Label → the nodes of its values.
function factsOf(ledger) {
  return all(ledger, "div").map((line) => {
    const title = line.querySelector("dt").textContent;
    return { title, key: fold(title), values: all(line, "dd").map((value) => imported(value.childNodes)) };
  });
}

// The table has name, unit, a column for each year, and four columns more.
function indicatorsOf(table) {
  const years = all(table, "thead th").slice(2, -4).map((cell) => cell.textContent);
  return all(table, "tbody tr").map((row) => {
    const cells = all(row, "td").map((cell) => cell.textContent.trim());
    const head = row.querySelector("th");
    const title = (head.querySelector("span") || head).textContent.trim();
    const unit = cells[0];
    const points = years.map((year, number) => ({ year, value: cells[number + 1], unit }))
      .filter((point) => point.value && point.value !== say("none"));
    return { title, key: fold(title), unit, points, direction: cells[cells.length - 1] };
  });
}

function readCase(entry, text, base) {
  const article = new DOMParser().parseFromString(text, "text/html").querySelector("article.case");
  if (!article) throw new Error("no case");
  clean(article, base, `${entry.enterprise} ${entry.id}`);
  const parts = (selector, read) => {
    const element = article.querySelector(selector);
    return element ? read(element) : [];
  };
  return {
    entry,
    address: addressFrom(base, base),
    facts: parts(".ledger", factsOf),
    summary: imported(all(article, "section.abstract p")),
    sections: parts(".body", sectionsOf),
    indicators: parts("table.figures", indicatorsOf),
  };
}

// The text of a case's page is kept; a failure is not.
function fetchCase(entry) {
  const base = new URL(document.body.dataset.root + entry.uri, location.href).href;
  pages[entry.id] = pages[entry.id] || fetch(base).then((answer) => {
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.text();
  });
  return pages[entry.id].then((text) => readCase(entry, text, base)).catch((error) => {
    delete pages[entry.id];
    throw error;
  });
}
