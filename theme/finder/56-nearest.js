// What a reader may have meant when a word finds nothing: names that share pairs of characters
// with it. generator/search/nearest.py does the same.

const { sqrt } = Math; // Math.sqrt(x) would be minified to x ** 0.5, which is no ES2015

function pairsOf(text) {
  return Array.from(new Set(Array.from({ length: Math.max(0, text.length - 1) }, (none, at) => text.substr(at, 2))));
}

// Of each kind at most three: [{kind, label, value}]; value is the term's, "" for an enterprise. How like a
// name is, is the coefficient of Dice; a pair weighs the less the more names have it, so that what all
// enterprises are called makes none alike.
function nearest(result, columns) {
  const found = [];
  groupsOf(columns).filter((group) => /^(method|enterprise|recommender)$/.test(group.key)).forEach(({ key, lists, owners, folded }) => {
    const all = folded.map(pairsOf);
    const held = {};
    all.forEach((pairs) => pairs.forEach((pair) => { held[pair] = (held[pair] || 0) + 1; }));
    const sum = (pairs) => pairs.reduce((whole, pair) => whole + 1 / sqrt(held[pair] || 1), 0);
    const likeness = [];
    result.finds.filter((one) => !one.count && !one.word.isNot).forEach((one) => {
      const wanted = pairsOf(one.word.folded);
      all.forEach((pairs, number) => {
        const like = 2 * sum(wanted.filter((pair) => pairs.indexOf(pair) >= 0)) / (sum(wanted) + sum(pairs));
        if (like >= 0.3 && !(like <= likeness[owners[number]])) likeness[owners[number]] = like;
      });
    });
    Object.keys(likeness).sort((one, two) => likeness[two] - likeness[one] || one - two).slice(0, 3).forEach((owner) => {
      found.push({ kind: key, label: lists[owner][0], value: columns.facets[key] ? columns.facets[key].nodes[owner].value : "" });
    });
  });
  return found;
}
