// The page of a case.
const { page, crumbs, crumbGraph, contents, data, each, esc, HOST, ROOT, SITE } = require("./parts.js");

const link = (dimension, slug) => `<a href="${ROOT}/${dimension}/${slug}/">${data().labels[dimension][slug]}</a>`;

function chart(one) {
  const down = one.industry_best < one.industry_average;
  const low = Math.min(one.industry_best, one.industry_average);
  const scale = 68 / Math.abs(one.industry_best - one.industry_average);
  const y = one.values.map(({ value }) => Math.round(92 - scale * (value - low)));
  const [average, best] = down ? [24, 92] : [92, 24];
  const x = [30, 118.6, 207.2];
  const points = one.values.map(({ year, value }, n) => `<circle class="point" cx="${x[n]}" cy="${y[n]}" r="3.5"/><text class="value" x="${x[n]}" y="${y[n] - 9}">${value}</text><text class="year" x="${x[n]}" y="114">${year}</text>`);
  return `<figure class="plot">
<figcaption><b>${one.name}（${one.unit}）</b> ${one.direction} ${down ? "↓" : "↑"} · 本企业名次 ${one.rank} · 纵轴不从 0 起</figcaption>
<svg class="chart indicator" viewBox="0 0 320 122" role="img" font-size="12"><title>${one.name}</title><desc>${each(one.values, ({ year, value }) => `${year} 年 ${value}、`)}行业平均 ${one.industry_average}、行业最佳 ${one.industry_best}</desc><path class="level average" d="M12 ${average}H229.2"/><text x="233.2" y="${average + 4}">行业平均 ${one.industry_average}</text><path class="level best" d="M12 ${best}H229.2"/><text x="233.2" y="${best + 4}">行业最佳 ${one.industry_best}</text><path class="course" d="M${x[0]} ${y[0]}L${x[1]} ${y[1]}L${x[2]} ${y[2]}"/>${points.join("")}</svg>
</figure>
`;
}

function toc(headings) {
  let text = "<ol>\n";
  let inner = false;
  for (const { level, id, text: shown } of headings) {
    if (level === "h3" && !inner) text += "<ol>\n";
    if (level === "h2" && inner) text += "</ol>\n</li>\n";
    inner = level === "h3";
    text += `<li><a href="#${encodeURIComponent(id)}">${esc(shown)}</a>${inner ? "</li>" : ""}\n`;
  }
  return `${text}${inner ? "</ol>\n</li>\n" : ""}</ol>`;
}

function related(here, shared) {
  const { methods, fields, industries } = data().labels;
  const found = shared.byMethod.get(here.methods[0]).slice(0, 7).filter((one) => one.data.id !== here.id).slice(0, 6);
  return each(found, ({ url, data: d }) => `<li><p class="what"><a href="${ROOT}${url}">${esc(d.title)}</a></p>
<p class="about"><span class="who">${d.enterprise}</span> 同用${methods[d.methods[0]]} · 同为${fields[d.fields[0]]} · 同属${industries[d.industries[0]]}</p></li>\n`);
}

function graph(d, url) {
  const { labels } = data();
  const article = {
    "@type": "Article", headline: d.title, identifier: d.id, url: HOST + ROOT + url, inLanguage: "zh-Hans",
    datePublished: d.approved_on, temporalCoverage: d.years[0],
    author: { "@type": "Organization", name: d.enterprise },
    about: d.fields.map((slug) => ({ "@type": "Thing", name: labels.fields[slug], url: `${HOST}${ROOT}/fields/${slug}/` })),
    keywords: d.methods.map((slug) => labels.methods[slug]),
    isPartOf: { "@type": "Collection", name: `${d.years[0]} 年质量标杆名单`, url: `${HOST}${ROOT}/years/${d.years[0]}/` },
  };
  const trail = crumbGraph([["首页", "/"], ["全部经验", "/cases/"], [`${d.years[0]} 年`, `/years/${d.years[0]}/`], [d.title, url]]);
  return { "@context": "https://schema.org", "@graph": [trail, article] };
}

const provenance = (d, day, kind, slug, title) => `<li><time datetime="${day}">${day}</time> <span class="kind">${kind}</span> <span class="told"><a href="${ROOT}/notices/${day}-${slug}/">${title}</a></span> <span class="quiet by">示例质量协会</span></li>\n`;

const cite = (d, address) => `<section class="part cite" id="cite" data-copied="已复制" data-selected="已选中，请按 Ctrl+C 复制">
<h2>引用</h2>
<div class="standard">
<h3>GB/T 7714—2015</h3>
<p id="cite-text">${d.enterprise}. ${esc(d.title)}[EB/OL]. <span class="whole">(${d.approved_on})[<span data-today>引用日期</span>].</span> ${address}.</p>
<button type="button" class="needs-js" data-copy="cite-text">复制</button>
</div>
<details>
<summary>BibTeX</summary>
<pre id="cite-bibtex">@online{case-${d.id},
  author = {{${d.enterprise}}},
  title = {{${esc(d.title)}}},
  year = {${d.years[0]}},
  date = {${d.approved_on}},
  organization = {{${SITE}}},
  note = {永久编号 ${d.id}},
  url = {${address}}
}</pre>
<button type="button" class="needs-js" data-copy="cite-bibtex">复制</button>
</details>
<details>
<summary>RIS</summary>
<pre id="cite-ris">TY  - ELEC
AU  - ${d.enterprise}
TI  - ${esc(d.title)}
PY  - ${d.years[0]}
DA  - ${d.approved_on}
PB  - ${SITE}
AN  - ${d.id}
UR  - ${address}
LA  - zh-CN
ER  - </pre>
<button type="button" class="needs-js" data-copy="cite-ris">复制</button>
</details>
<details>
<summary>CSL-JSON</summary>
<pre id="cite-csl">[{
  &#34;id&#34;: &#34;${d.id}&#34;,
  &#34;type&#34;: &#34;webpage&#34;,
  &#34;author&#34;: [{&#34;literal&#34;: &#34;${d.enterprise}&#34;}],
  &#34;title&#34;: &#34;${esc(d.title)}&#34;,
  &#34;container-title&#34;: &#34;${SITE}&#34;,
  &#34;issued&#34;: {&#34;raw&#34;: &#34;${d.approved_on}&#34;},
  &#34;URL&#34;: &#34;${address}&#34;,
  &#34;number&#34;: &#34;${d.id}&#34;,
  &#34;language&#34;: &#34;zh-CN&#34;
}]</pre>
<button type="button" class="needs-js" data-copy="cite-csl">复制</button>
</details>
<p class="unseen" role="status"></p>
</section>`;

function main(d, url) {
  const [year] = d.years;
  const { shared } = d.collections.lists[0];
  const [back, on] = shared.turn.get(d.id);
  return `${crumbs([["首页", "/"], ["全部经验", "/cases/"], [`${year} 年`, `/years/${year}/`], [d.id, ""]])}
<article class="case sided">
<div class="head">
<header>
<p class="on-paper">${SITE} · ${d.id}</p>
<h1 data-found>${esc(d.title)}</h1>
<p class="enterprise" data-found><a href="${ROOT}/enterprises/${d.enterprises[0]}/">${d.enterprise}</a></p>
</header>
<dl class="ledger">
<div><dt>年度</dt><dd><a href="${ROOT}/years/${year}/">${year} 年</a></dd></div>
<div><dt>级别</dt><dd><a href="${ROOT}/years/${year}/#edition-${year}">国家级</a></dd></div>
<div><dt>重点领域</dt>${each(d.fields, (slug) => `<dd>${link("fields", slug)}</dd>`)}</div>
<div><dt>质量方法</dt>${each(d.methods, (slug) => `<dd>${link("methods", slug)}</dd>`)}</div>
<div><dt>推荐单位</dt><dd>${link("recommenders", d.recommenders[0])}</dd></div>
<div><dt>行业</dt><dd>${link("industries", d.industries[0])}</dd></div>
<div><dt>地区</dt><dd>${link("regions", d.regions[0])}</dd></div>
<div><dt>企业规模</dt><dd>${d.size}</dd></div>
<div><dt>公示期</dt><dd>${d.publicity_on} 起（止日按工作日推算），10 个工作日</dd></div>
<div><dt>公布日期</dt><dd>${d.approved_on}</dd></div>
<div><dt>状态</dt><dd>已公布</dd></div>
<div><dt>永久编号</dt><dd>${d.id}</dd></div>
</dl>
<section class="abstract">
<h2>摘要</h2>
<p data-found>${esc(d.summary)}</p>
</section>
<p class="actions">
<a class="button" href="#cite">引用</a>
<button type="button" class="needs-js" data-print>打印</button>
</p>
</div>
<nav class="contents" aria-label="目录">
<details>
<summary><b>目录</b><span class="here"></span></summary>
<div>
${toc(contents.get(d.page.inputPath))}
<ul>
<li><a href="#indicators">成效指标</a></li>
<li><a href="#provenance">沿革</a></li>
<li><a href="#cite">引用</a></li>
</ul>
</div>
</details>
</nav>
<div class="rest">
<div class="md-typeset body" data-found>
${d.content}
</div>
<section class="part" id="indicators">
<h2>成效指标</h2>
<div class="plots small">
${each(d.indicators, chart)}</div>
<div class="scroll" tabindex="0" role="region" aria-label="成效指标"><table class="figures">
<thead><tr><th scope="col">指标</th><th scope="col">单位</th>${each(d.indicator_years, (one) => `<th scope="col">${one}</th>`)}<th scope="col">行业平均</th><th scope="col">行业最佳</th><th scope="col">本企业名次</th><th scope="col">方向</th></tr></thead>
<tbody>
${each(d.indicators, (one) => `<tr><th scope="row"><span data-found>${one.name}</span></th><td class="unit">${one.unit}</td>${each(one.values, ({ value }) => `<td>${value}</td>`)}<td>${one.industry_average}</td><td>${one.industry_best}</td><td>${one.rank}</td><td class="unit">${one.direction}</td></tr>\n`)}</tbody>
</table></div>
</section>
<section class="part" id="provenance">
<h2>沿革</h2>
<ol class="upright">
${provenance(d, d.publicity_on, "公示", "publicity", `${year} 年质量标杆典型经验公示（合成数据）`)}${provenance(d, d.approved_on, "公告", "result", `关于公布 ${year} 年质量标杆典型经验的公告（合成数据）`)}</ol>
</section>
<section class="part sources">
<h2>出处</h2>
<ul>
<li>${d.source}</li>
</ul>
</section>
${cite(d, HOST + ROOT + url)}
<section class="part screen-only">
<h2>相关经验</h2>
<ul class="rows">
${related(d, shared)}</ul>
</section>
<nav class="turn" aria-label="同届名单">
${back ? `<p class="back"><span class="quiet">上一项</span> <a href="${ROOT}${back.url}">${esc(back.data.title)}</a></p>\n` : ""}${on ? `<p class="on"><span class="quiet">下一项</span> <a href="${ROOT}${on.url}">${esc(on.data.title)}</a></p>\n` : ""}</nav>
<footer class="colophon">
<p>永久编号：<b data-found>${d.id}</b> <span class="on-paper">网址：${HOST}${ROOT}${url}</span></p>
<ul class="screen-only">
</ul>
</footer>
</div>
</article>`;
}

exports.render = (d) => page({
  url: d.page.url,
  section: "cases",
  title: `${d.title}（${d.enterprise}）`,
  description: d.summary,
  type: "article",
  meta: `<meta name="ArticleTitle" content="${esc(d.title)}">
<meta name="PubDate" content="${d.approved_on}">
<meta name="ContentSource" content="${d.enterprise}">
`,
  graph: graph(d, d.page.url),
  main: main(d, d.page.url),
});
