// The numbers: the mean level of each dimension, its strong and weak sides.

// Gives the dimensions that are asked about, with what was answered.
function scored(answers, form) {
  return form.dimensions.filter((one) => !one.isArea || answers.areas.indexOf(one.slug) >= 0).map((one) => {
    const given = one.questions.filter((question) => answers.levels[question.name]);
    const sum = given.reduce((all, question) => all + answers.levels[question.name], 0);
    return {
      slug: one.slug, label: one.label, isArea: one.isArea, given, all: one.questions.length,
      score: given.length ? sum / given.length : 0,
    };
  });
}

// Gives the two highest and the two lowest; none is both. Equal ones stay in the page's order.
function sides(held) {
  const sorted = held.map((one, place) => ({ one, place }))
    .sort((a, b) => b.one.score - a.one.score || a.place - b.place).map((pair) => pair.one);
  const isEven = sorted.length > 1 && sorted[0].score === sorted[sorted.length - 1].score;
  if (sorted.length < 2 || isEven) return { strong: [], weak: [], isEven };
  const half = Math.min(2, Math.floor(sorted.length / 2));
  const [best, worst] = [sorted[0].score, sorted[sorted.length - 1].score];
  return {
    strong: sorted.slice(0, half).filter((one) => one.score > worst),
    weak: sorted.slice(-half).reverse().filter((one) => one.score < best),
    isEven,
  };
}

function shown(score) {
  return score.toFixed(1);
}
