// The finder's functions as its search page uses them, without drawing. Stands in their closure,
// in a scope of its own.
(function () {
  let data = null;
  let store = null;
  let index = null;

  const directories = (manifest) => Promise.all(manifest.segments.filter((segment) => segment.kind === "case")
    .map((segment) => store.bytes(segment.directory)));

  window.bench = {
    // What a session has after its first search: all but shards. Columns stay from call to call.
    start() {
      if (data) {
        store = openStore(rootAddress);
        index = openIndex(store);
        return store.manifest().then(directories);
      }
      finder.isSearch = true;
      return openData().then((opened) => {
        data = opened;
        store = data.store;
        index = data.index;
        return store.manifest();
      }).then(directories).then(() => { groupsOf(data.columns); });
    },
    search(text) {
      return answer(parseQuery(text), index, data.columns, store)
        .then((found) => data.columns.sorted(found.mask, "relevance", found.scores));
    },
  };
})();
