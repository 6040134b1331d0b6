// Which parts of the cases stand beside each other.

// Rows of parts with one key, in the order in which the cases have them: what a later case has more
// comes after what it follows there. Each row: {key, title, parts: [part or undefined for each case]}.
function align(lists) {
  const rows = [];
  lists.forEach((list, number) => {
    let at = 0;
    list.forEach((part) => {
      let place = rows.findIndex((row) => row.key === part.key);
      if (place < 0) {
        place = at;
        rows.splice(place, 0, { key: part.key, title: part.title, parts: lists.map(() => undefined) });
      }
      // A name that stands twice in one table keeps its first line.
      rows[place].parts[number] = rows[place].parts[number] || part;
      at = place + 1;
    });
  });
  return rows;
}

const isShared = (row) => row.parts.filter(Boolean).length > 1;

// Sections that two cases or more name alike, and for each case those that it alone has.
function alignSections(cases) {
  const rows = align(cases.map((one) => one.sections));
  return {
    shared: rows.filter(isShared),
    own: cases.map((one, number) => rows.filter((row) => !isShared(row) && row.parts[number]).map((row) => row.parts[number])),
  };
}
