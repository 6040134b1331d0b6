// node minisearch_build.js PACKAGE FOLDED INDEX: the index of all cases as one JSON file.
const fs = require("fs");
const path = require("path");
const { MINISEARCH_OPTIONS } = require("./pairs.js");

const [packageFolder, folded, target] = process.argv.slice(2);
const MiniSearch = require(path.resolve(packageFolder));
const engine = new MiniSearch(MINISEARCH_OPTIONS);
for (const name of fs.readdirSync(folded).sort()) {
  const lines = fs.readFileSync(path.join(folded, name), "utf8").split("\n");
  for (const line of lines) if (line) engine.add(JSON.parse(line));
}
fs.writeFileSync(target, JSON.stringify(engine));
