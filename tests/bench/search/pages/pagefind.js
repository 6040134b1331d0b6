// Pagefind's own JavaScript; the results' ids are turned into cases by the program outside.
import { createInstance } from "./pagefind/pagefind.js";

let engine = null;

window.bench = {
  // Nothing of an earlier query is left: its answers depend on what was loaded before.
  async start() {
    if (engine) await engine.destroy();
    engine = createInstance({ basePath: new URL("pagefind/", location.href).pathname });
    await engine.init();
  },
  async search(text) {
    const answer = await engine.search(text);
    return answer.results.map((result) => result.id);
  },
};
