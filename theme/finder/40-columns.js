// The metadata of all cases: what is chosen, counted, sorted and drawn. generator/search/columns.py
// writes it. A row is a case, the oldest first; it has a term when it has that or one below it.

const FLAGS = ["video", "text"];

// Reads `count` numbers of packing.py: digits of base 57, all first ones, then all second ones.
function unpack(text, count) {
  const values = Array(count).fill(0);
  for (let at = 0; at < text.length; at++) values[at % count] = values[at % count] * 57 + text.charCodeAt(at) - 35;
  return values;
}

// A row's terms are places of nodes: as many as `counts` says are its own, then the broader ones, each once.
function openFacet(nodes, counts, places) {
  let next = 0;
  const terms = counts.map((own) => {
    const found = places.slice(next, next += own);
    for (const place of found) { // also those that are added
      const { parent } = nodes[place];
      if (parent >= 0 && found.indexOf(parent) < 0) found.push(parent);
    }
    return found;
  });
  return { nodes, counts, terms };
}

// Titles and enterprises of all rows, or of those of one block.
function openNames({ titles, firms, firm, said }) {
  titles = titles.split("\n");
  firms = firms.split("\n").map((line) => line.split("\t"));
  return { titles, firms, said, codes: unpack(firm, titles.length) };
}

// A large library has its names in files apart: there title, enterprise and others say nothing of a
// row before `need` has loaded it.
function openColumns(json) {
  const { count } = json;
  const size = json.block || count;
  const flags = unpack(json.flags, count);
  const ids = [];
  json.ids.forEach(([start, ...runs]) => {
    for (let at = 0; at < runs.length; at += 2) {
      for (let back = 0; back < runs[at + 1]; back++) ids.push(start + `0000${runs[at] - back}`.slice(-runs[at].length));
    }
  });
  const facets = {};
  const names = Object.keys(json.facets);
  names.forEach((name) => {
    const { nodes, counts, places } = json.facets[name];
    const own = unpack(counts, count);
    facets[name] = openFacet(nodes.map(([value, label, parent, ...others]) => ({ value, label, parent, names: [label, ...others] })),
      own, unpack(places, own.reduce((sum, more) => sum + more, 0)));
  });
  // What a row is or is not: a facet of one term.
  const sieves = Object.assign({}, facets);
  FLAGS.forEach((name, bit) => {
    sieves[name] = openFacet([{ value: true }], flags.map((flag) => flag >> bit & 1), flags.map(() => 0));
  });
  const parts = json.names ? [openNames(json.names)] : [];
  const [firms] = parts;
  const ranks = firms ? { enterprise: firms.codes } : {};

  const block = (row) => Math.floor(row / size);
  const part = (row) => parts[block(row)] || { titles: [], firms: [], codes: [], said: [] };
  const title = (row) => part(row).titles[row % size] || "";
  // The name that the case gives, then the enterprise's others.
  const namesOfFirm = (row) => {
    const known = part(row).firms[part(row).codes[row % size]] || [""];
    const own = part(row).said[row % size];
    return own ? [own].concat(known.filter((name) => name !== own)) : known;
  };

  // Places of the chosen terms; a value that no term has is left out.
  const chosen = (name, selection) => [].concat(selection[name] || [])
    .map((value) => sieves[name].nodes.findIndex((node) => node.value === value)).filter((place) => place >= 0);

  const enterprise = (row) => namesOfFirm(row)[0];
  const uri = (row) => `cases/${ids[row]}/`;
  const hasText = (row) => !!(flags[row] & 2);
  const isDemonstration = (row) => flags[row] > 3;
  // Labels: year, level unless national, focus areas, the office as the round prints it.
  const about = (row) => {
    const printed = json.printed[ids[row].replace(/-d?\d+$/, "")] || {};
    return [].concat(...["year", "level", "field", "recommender"].map((name) => {
      const { nodes, counts, terms } = facets[name];
      return terms[row].slice(0, counts[row])
        .filter((place) => name !== "level" || nodes[place].value !== "national")
        .map((place) => name === "recommender" && printed[place] || nodes[place].label);
    }));
  };
  // The rows that match, and for every term how many would match if it were the only one
  // chosen in its facet: a row counts there when no other facet keeps it out.
  const look = (selection, mask) => {
    const fails = new Uint16Array(count);
    const counts = {};
    const all = Object.keys(sieves);
    all.forEach((name, number) => {
      const places = chosen(name, selection);
      if (places.length) sieves[name].terms.forEach((terms, row) => {
        if (!terms.some((place) => places.indexOf(place) >= 0)) fails[row] |= 1 << number;
      });
    });
    if (mask) mask.forEach((is, row) => { if (!is) fails[row] = 65535; });
    all.forEach((name, number) => {
      const { nodes, terms } = sieves[name];
      const tally = counts[name] = new Int32Array(nodes.length);
      for (let row = 0; row < count; row++) {
        if (!(fails[row] & ~(1 << number))) for (let at = 0; at < terms[row].length; at++) tally[terms[row][at]]++;
      }
    });
    return { rows: fails.map((fail) => !fail), counts };
  };
  // Rows of a mask by newest, title, enterprise or relevance (scores), equal ones the newest first.
  const sorted = (mask, sort, scores) => {
    const rank = ranks[sort];
    return ids.map((id, row) => row).filter((row) => !mask || mask[row]).sort((one, two) => (
      rank ? rank[one] - rank[two] : sort === "relevance" && scores[two] - scores[one]) || two - one);
  };

  return {
    kind: "case",
    count,
    facets,
    firms, // names of firms, every row's code, rows that say another name; if all are there from the beginning
    title, // "" where none was published
    enterprise,
    id: (row) => ids[row],
    uri,
    hasText,
    isDemonstration,
    about,
    // Everything by which a row may be searched.
    names: (row) => [].concat(title(row), namesOfFirm(row), ...names.map((name) => {
      const { nodes, terms } = facets[name];
      return [].concat(...terms[row].map((place) => nodes[place].names));
    })).filter(Boolean),
    // What of a selection there is: other values choose nothing and are not to be shown.
    known(selection) {
      const found = Object.assign({}, selection);
      names.forEach((name) => { found[name] = chosen(name, selection).map((place) => facets[name].nodes[place].value); });
      return found;
    },
    look,
    // Loads the names of rows; no file is fetched twice.
    need: (rows) => Promise.all(Array.from(rows, block).map((number) => parts[number]
      || getFile(json.blocks[number]).then((found) => { parts[number] = openNames(found); }))),
    // The second file, for the sorts that are not possible without.
    setTitleOrder(order) {
      Object.keys(order).forEach((sort) => {
        ranks[sort] = [];
        unpack(order[sort], count).forEach((row, place) => { ranks[sort][row] = place; });
      });
    },
    canSort: (sort) => ranks[sort] || /newest|relevance/.test(sort),
    sorted,
    // As every source in 82-find.js: the rows as a state wants them, and what is drawn of one.
    order(state, { mask, scores }) {
      const { rows, counts } = look(state.selection, mask);
      return Object.assign(sorted(rows, sortOf(state), scores), { counts });
    },
    row: (row) => ({
      title: title(row) || enterprise(row), who: title(row) ? enterprise(row) : say("untitled"), uri: uri(row), about: about(row),
      mark: isDemonstration(row) && say("demonstration"), hasText: hasText(row),
    }),
  };
}
