// The metadata of all cases: what is chosen, counted, sorted and drawn. generator/search/columns.py
// writes it. A row is a case, the oldest first; it has a term when it has that or one below it.

// Reads `count` numbers of packing.py: digits of base 57, all first ones, then all second ones.
function unpack(text, count) {
  const values = new Int32Array(count);
  for (let at = 0; at < text.length; at++) {
    values[at % count] = values[at % count] * 57 + text.charCodeAt(at) - 35;
  }
  return values;
}

// A row's terms are all[from[row]] … all[from[row + 1] - 1]: as many as `counts` says are its own,
// then the broader ones, each once.
function openFacet(nodes, counts, places) {
  const all = [];
  const from = new Int32Array(counts.length + 1);
  let next = 0;
  counts.forEach((own, row) => {
    for (; own > 0; own--) all.push(places[next++]);
    for (let at = from[row]; at < all.length; at++) {
      const parent = nodes[all[at]].parent;
      if (parent >= 0 && all.indexOf(parent, from[row]) < 0) all.push(parent);
    }
    from[row + 1] = all.length;
  });
  return { nodes, counts, from, all, places: new Map(nodes.map((node, place) => [node.value, place])) };
}

// Titles and enterprises of the rows from `start` on.
function openNames(json, start) {
  const titles = json.titles.split("\n");
  const firms = json.firms.split("\n").map((line) => line.split("\t"));
  const codes = unpack(json.firm, titles.length);
  return {
    codes,
    firms,
    said: json.said,
    title: (row) => titles[row - start],
    firm(row) { // the name that the case gives, then the enterprise's others
      const names = firms[codes[row - start]];
      const said = json.said[row - start];
      return said ? [said].concat(names.filter((name) => name !== said)) : names;
    },
  };
}

// `load(name)` promises the JSON of a file: only a large library has its names in files apart, and
// there title, enterprise and others say nothing of a row before `need` has loaded it.
function openColumns(json, load) {
  const count = json.count;
  const size = json.block || count || 1;
  const flags = unpack(json.flags, count);
  const ids = [];
  json.ids.forEach((run) => {
    for (let at = 1; at < run.length; at += 2) {
      for (let back = 0; back < run[at + 1]; back++) {
        ids.push(run[0] + ("0000" + (run[at] - back)).slice(-run[at].length));
      }
    }
  });
  const facets = {};
  const names = Object.keys(json.facets);
  names.forEach((name) => {
    const facet = json.facets[name];
    const counts = unpack(facet.counts, count);
    facets[name] = openFacet(facet.nodes.map((node) => (
      { value: node[0], label: node[1], parent: node[2], others: node.slice(3) }
    )), counts, unpack(facet.places, counts.reduce((sum, more) => sum + more, 0)));
  });
  // What a row is or is not: a facet of one term.
  const sieves = Object.assign({}, facets);
  ["video", "text"].forEach((name, bit) => {
    sieves[name] = openFacet([{ value: true }], flags.map((flag) => flag >> bit & 1), flags.map(() => 0));
  });
  const parts = json.names ? [openNames(json.names, 0)] : [];
  const ranks = parts[0] ? { enterprise: parts[0].codes } : {};

  const block = (row) => Math.floor(row / size);
  const part = (row) => parts[block(row)] || { title: () => "", firm: () => [""] };
  const title = (row) => part(row).title(row);
  const firm = (row) => part(row).firm(row);
  // The places of a row's first terms.
  const termsOf = (name, row, length) => Array.from({ length }, (none, at) => facets[name].all[facets[name].from[row] + at]);

  // Places of the chosen terms; a value that no term has is left out.
  const chosen = (name, selection) => [].concat(selection[name] || [])
    .map((value) => sieves[name].places.get(value)).filter((place) => place >= 0);

  // The rows that match, how many, and for every term how many would match if it were the only one
  // chosen in its facet: a row counts there when no other facet keeps it out.
  function look(selection, mask) {
    const fails = new Uint16Array(count);
    const rows = new Uint8Array(count);
    const counts = {};
    let total = 0;
    const each = (visit) => Object.keys(sieves).forEach((name, number) => {
      visit(name, 1 << number, sieves[name].from, sieves[name].all, new Int32Array(sieves[name].nodes.length));
    });
    each((name, bit, from, all, wanted) => {
      const places = chosen(name, selection);
      for (const place of places) wanted[place] = 1;
      for (let row = 0; places.length && row < count; row++) {
        let at = from[row];
        while (at < from[row + 1] && !wanted[all[at]]) at++;
        if (at === from[row + 1]) fails[row] |= bit;
      }
    });
    for (let row = 0; row < count; row++) {
      if (mask && !mask[row]) fails[row] = 65535;
      total += rows[row] = +!fails[row];
    }
    each((name, bit, from, all, tally) => {
      counts[name] = tally;
      for (let row = 0; row < count; row++) {
        if (!(fails[row] & ~bit)) for (let at = from[row]; at < from[row + 1]; at++) tally[all[at]]++;
      }
    });
    return { rows, total, counts };
  }

  return {
    count,
    facets,
    isWhole: !!json.names, // all names are there from the beginning
    firms: parts[0], // then: names of firms, every row's code, rows that say another name
    title, // "" where none was published
    enterprise: (row) => firm(row)[0],
    id: (row) => ids[row],
    uri: (row) => `cases/${ids[row]}/`,
    hasText: (row) => !!(flags[row] & 2),
    isDemonstration: (row) => flags[row] > 3,
    // Labels: year, level unless national, focus areas, the office as the round prints it.
    about(row) {
      const printed = json.printed[ids[row].replace(/-d?\d+$/, "")] || {};
      const labels = (name) => termsOf(name, row, facets[name].counts[row]).map((place) => (
        name === "recommender" && printed[place] || facets[name].nodes[place].label
      ));
      const level = termsOf("level", row, 1)[0] === facets.level.places.get("national") ? [] : labels("level");
      return labels("year").concat(level, labels("field"), labels("recommender"));
    },
    // Everything by which a row may be searched.
    names: (row) => names.reduce((found, name) => (
      termsOf(name, row, facets[name].from[row + 1] - facets[name].from[row]).reduce((all, place) => (
        all.concat(facets[name].nodes[place].label, facets[name].nodes[place].others)
      ), found)), [title(row)].concat(firm(row))).filter(Boolean),
    // What of a selection there is: other values choose nothing and are not to be shown.
    known: (selection) => names.reduce((found, name) => {
      found[name] = chosen(name, selection).map((place) => facets[name].nodes[place].value);
      return found;
    }, Object.assign({}, selection)),
    look,
    // Loads the names of rows; `load` fetches no file twice.
    need: (rows) => Promise.all(Array.from(rows, block).map((number) => parts[number]
      || load(json.blocks[number]).then((found) => {
        parts[number] = parts[number] || openNames(found, number * size);
      }))),
    // The second file, for the sorts that are not possible without.
    setTitleOrder(order) {
      Object.keys(order).forEach((sort) => {
        const rank = ranks[sort] = [];
        unpack(order[sort], count).forEach((row, place) => { rank[row] = place; });
      });
    },
    canSort: (sort) => !!ranks[sort] || sort !== "title" && sort !== "enterprise",
    // Rows of a mask by newest, title, enterprise or relevance (scores), equal ones the newest first.
    sorted(mask, sort, scores) {
      const found = [];
      for (let row = count; row--;) if (!mask || mask[row]) found.push(row);
      const rows = Int32Array.from(found);
      const rank = ranks[sort];
      if (rank) rows.sort((one, two) => rank[one] - rank[two] || two - one);
      if (sort === "relevance") rows.sort((one, two) => scores[two] - scores[one] || two - one);
      return rows;
    },
  };
}
