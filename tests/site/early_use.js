// Reads scripts as JSON; says for each which constant it uses above the line that declares it. The
// minifier joins declarations of a block, and has put one before another that it needs.
const { parse } = require(process.argv[2]);

const isNode = (value) => Boolean(value) && typeof value.type === "string";
const children = (node) => [].concat(...Object.keys(node)
  .filter((key) => node.computed || !(key === "property" || (key === "key" && !node.method)))
  .map((key) => node[key])).filter(isNode);

function declared(pattern) {
  if (pattern.type === "Identifier") return [pattern.name];
  if (pattern.type === "ObjectPattern") return [].concat(...pattern.properties.map((one) => declared(one.value)));
  if (pattern.type === "ArrayPattern") return [].concat(...pattern.elements.filter(Boolean).map(declared));
  return declared(pattern.left || pattern.argument);
}

// What runs at once: the bodies of functions come later.
function used(node) {
  if (node.type === "Identifier") return [node.name];
  return /Function/.test(node.type) ? [] : [].concat(...children(node).map(used));
}

function early(node) {
  const below = [].concat(...children(node).map(early));
  if (node.type !== "Program" && node.type !== "BlockStatement") return below;
  const all = [].concat(...node.body
    .filter((one) => one.type === "VariableDeclaration" && one.kind !== "var").map((one) => one.declarations));
  return below.concat(...all.map((one, place) => {
    const later = [].concat(...all.slice(place).map((other) => declared(other.id)));
    return one.init ? used(one.init).filter((name) => later.includes(name)) : [];
  }));
}

const scripts = JSON.parse(require("fs").readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(scripts.map((script) => early(parse(script, { ecmaVersion: 2015 })))));
