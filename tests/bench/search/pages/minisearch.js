// MiniSearch with its index as one file, loaded before the first search.
let engine = null;

window.bench = {
  async start() {
    if (engine) return;
    const response = await fetch("index/index.json");
    engine = MiniSearch.loadJSON(await response.text(), MINISEARCH_OPTIONS);
  },
  async search(text, words) {
    return engine.search(words.join("·"), MINISEARCH_QUERY).map((result) => result.id);
  },
};
