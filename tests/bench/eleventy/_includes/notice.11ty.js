// The page of a notice: what it says and all cases of its year.
const { page, crumbs, crumbGraph, roster, ROOT } = require("./parts.js");

exports.render = (d) => page({
  url: d.page.url,
  section: "notices",
  title: d.title,
  description: d.title,
  graph: { "@context": "https://schema.org", "@graph": [crumbGraph([["首页", "/"], ["通知公告", "/notices/"], [d.title, d.page.url]])] },
  main: `${crumbs([["首页", "/"], ["通知公告", "/notices/"]])}
<div class="official">
<div class="notice">
<article class="paper">
<header>
<p class="issuer" data-found>${d.issuer}</p>
<hr class="red">
<h1 data-found>${d.title}</h1>
</header>
<div class="signature">
<p>${d.issuer}</p>
<p>${d.issued_on}</p>
</div>
</article>
<dl class="notes">
<div><dt>届次</dt><dd><a href="${ROOT}/years/${d.edition}/#edition-${d.edition}">${d.edition} 年质量标杆典型经验遴选（合成数据）</a></dd></div>
<div><dt>出处</dt><dd>${d.source}</dd></div>
</dl>
</div>
<section class="part">
<h2>所列经验</h2>
${roster(d.collections.lists[0].shared.byYear.get(d.edition))}
</section>
</div>`,
});
