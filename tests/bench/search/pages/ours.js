// The finder's functions as its page uses them, without drawing. Stands inside their closure.
let index = null;
let columns = null;
let store = null;

window.bench = {
  // What a session has after its first search: columns read, directories there, no shard.
  start() {
    store = openStore("");
    index = openIndex(store);
    return store.manifest().then((manifest) => {
      setFolding(manifest.folding);
      const files = manifest.segments.filter((segment) => segment.kind === "case")
        .map((segment) => store.bytes(segment.directory));
      const table = manifest.has_traditional ? loadTraditional(store) : null;
      const load = () => store.json("columns").then((json) => { columns = openColumns(json, store.value); });
      return Promise.all([table, columns || load()].concat(files));
    }).then(() => { groupsOf(columns); });
  },
  search(text) {
    return answer(parseQuery(text), index, columns, store)
      .then((found) => columns.sorted(found.mask, "relevance", found.scores));
  },
};
