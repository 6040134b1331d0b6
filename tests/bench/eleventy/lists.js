// All pages that are no case's and no notice's: what each lists, and where it is.
const MANY = { years: 100, enterprises: Infinity };

exports.lists = (api, { labels }) => {
  const cases = api.getFilteredByGlob("content/cases/*.md").sort((a, b) => a.data.weight - b.data.weight);
  const terms = {};
  for (const dimension of ["years", "fields", "methods", "recommenders", "industries", "regions", "enterprises"]) {
    terms[dimension] = new Map();
    for (const one of cases) {
      for (const slug of one.data[dimension]) {
        if (!terms[dimension].has(slug)) terms[dimension].set(slug, []);
        terms[dimension].get(slug).push(one);
      }
    }
  }
  const label = (dimension, slug) => labels[dimension][slug] || slug;
  const ordered = {};
  for (const [dimension, known] of Object.entries(terms)) {
    ordered[dimension] = [...known].map(([slug, found]) => ({ slug, label: label(dimension, slug), found }));
    ordered[dimension].sort((a, b) => b.found.length - a.found.length);
  }
  const pages = paged("/cases/", cases, 20, { kind: "cases", key: "cases" });
  for (const [dimension, known] of Object.entries(ordered)) {
    const kind = dimension === "enterprises" ? "firms" : "terms";
    pages.push(...paged(`/${dimension}/`, known, kind === "firms" ? 100 : Infinity, { kind, key: dimension }));
    for (const term of known) {
      const of = { kind: { years: "year", enterprises: "firm" }[dimension] || "term", key: dimension, ...term };
      pages.push(...paged(`/${dimension}/${term.slug}/`, term.found, MANY[dimension] || 20, of));
    }
  }
  pages.push({ kind: "home", key: "", url: "/", items: cases.slice(0, 20), number: 1, of: 1 });
  const shared = { ordered, byYear: terms.years, byMethod: terms.methods, turn: turns(cases) };
  return pages.map((page) => ({ ...page, shared }));
};

function paged(url, all, most, page) {
  const of = Math.max(1, Math.ceil(all.length / most));
  return Array.from({ length: of }, (_, turn) => ({
    ...page,
    first: url,
    url: turn ? `${url}page/${turn + 1}/` : url,
    all,
    items: most === Infinity ? all : all.slice(turn * most, (turn + 1) * most),
    number: turn + 1,
    of,
  }));
}

function turns(cases) {
  const turn = new Map();
  cases.forEach((one, place) => turn.set(one.data.id, [cases[place - 1], cases[place + 1]]));
  return turn;
}
