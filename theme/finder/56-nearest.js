// What a reader may have meant when a word finds nothing: names that share pairs of characters
// with it. generator/search/nearest.py does the same.

const NEAREST = 3;
const LIKENESS = 0.3;

const { sqrt } = Math; // Math.sqrt(x) would be minified to x ** 0.5, which is no ES2015

function pairsOf(text) {
  const pairs = new Set();
  for (let at = 0; at + 1 < text.length; at++) pairs.add(text.slice(at, at + 2));
  return pairs;
}

// How like the word every owner of a group is, by the coefficient of Dice; a pair weighs the less the more names
// have it, so that what all enterprises are called makes none alike.
function nearestOf(group, word) {
  if (!group.pairs) {
    group.pairs = group.text.split(END).slice(0, -1).map(pairsOf);
    group.held = new Map();
    for (const pairs of group.pairs) for (const pair of pairs) group.held.set(pair, (group.held.get(pair) || 0) + 1);
  }
  const weight = (pair) => 1 / sqrt(group.held.get(pair) || 1);
  const wanted = pairsOf(word);
  const sum = (pairs) => Array.from(pairs).reduce((all, pair) => all + weight(pair), 0);
  const whole = sum(wanted);
  const likeness = new Map();
  group.pairs.forEach((pairs, number) => {
    const shared = Array.from(wanted).filter((pair) => pairs.has(pair));
    const like = shared.length && 2 * sum(shared) / (whole + sum(pairs));
    const owner = group.owners[number];
    if (like >= LIKENESS && like > (likeness.get(owner) || 0)) likeness.set(owner, like);
  });
  return likeness;
}

// Of each kind at most three: [{kind, label, value}]; value is the term's, "" for an enterprise.
function nearest(result, columns) {
  const words = result.perWord.filter((one) => !one.count && !one.word.isNot).map((one) => one.word.folded);
  const found = [];
  for (const group of groupsOf(columns)) {
    if (!/^(method|enterprise|recommender)$/.test(group.key)) continue;
    const likeness = new Map();
    for (const word of words) {
      nearestOf(group, word).forEach((like, owner) => { likeness.set(owner, Math.max(like, likeness.get(owner) || 0)); });
    }
    Array.from(likeness.keys()).sort((one, two) => likeness.get(two) - likeness.get(one) || one - two)
      .slice(0, NEAREST).forEach((owner) => {
        const facet = columns.facets[group.key];
        found.push({ kind: group.key, label: group.lists[owner][0], value: facet ? facet.nodes[owner].value : "" });
      });
  }
  return found;
}
