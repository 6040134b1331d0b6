// The finder's functions as its search page uses them, without drawing. Stands in their closure,
// in a scope of its own.
(function () {
  let data = null;

  const directories = (manifest) => Promise.all(manifest.segments.filter((segment) => segment.kind === "case")
    .map((segment) => getBytes(segment.directory)));

  window.bench = {
    // What a session has after its first search: all but shards. Columns stay from call to call.
    start() {
      if (data) {
        openStore();
        return getManifest().then(directories);
      }
      return openData().then((opened) => {
        data = opened;
        return getManifest();
      }).then(directories).then(() => { groupsOf(data); });
    },
    search(text) {
      return answer(parseQuery(text), data)
        .then((found) => data.sorted(found.mask, "relevance", found.scores));
    },
  };
})();
