// The pages of lists.
const { page, crumbs, crumbGraph, cached, data, each, esc, roster, DIMENSIONS, ROOT, SITE } = require("./parts.js");

const name = (list) => (list.key ? data().names[list.key] : SITE);
const nth = (list) => (list.number > 1 ? `（第 ${list.number} 页）` : "");

function shell(list, title, main) {
  const trail = [["首页", "/"], ...(list.key ? [[name(list), `/${list.key}/`]] : []), [title, list.url]];
  const graph = { "@context": "https://schema.org", "@graph": [crumbGraph(trail)] };
  return page({ url: list.url, section: list.key, title, description: `${title}：${list.all?.length ?? 0} 项`, graph, main });
}

const counted = (dimension, terms) => `<ul class="counted">
${each(terms, ({ slug, label, found }) => `<li><a href="${ROOT}/${dimension}/${slug}/">${label}</a> <b>${found.length}</b></li>\n`)}</ul>`;

const neighbours = (shared) => cached("neighbours", () => `<section class="part neighbours">
<h2>这些经验还涉及</h2>
<div class="columns">
${each([...DIMENSIONS, ["enterprises", "企业"]], ([key, label]) => `<div>
<h3>${label}</h3>
${counted(key, shared.ordered[key].slice(0, 8))}
<p class="quiet">另有 ${shared.ordered[key].length - 8} 个</p>
</div>
`)}</div>
</section>`);

const waysIn = (shared) => cached("ways", () => `<nav class="ways-in no-js" aria-label="按类查找">
${each(DIMENSIONS, ([key, label, most]) => `<section>
<h2><a href="${ROOT}/${key}/">${label}</a></h2>
${counted(key, shared.ordered[key].slice(0, most))}
<p class="all"><a href="${ROOT}/${key}/">全部 ${shared.ordered[key].length} 个</a></p>
</section>
`)}</nav>
<div class="side needs-js">
<button type="button" class="fold" aria-expanded="false" aria-controls="panel">筛选</button>
<section class="panel" id="panel" aria-labelledby="panel-name">
<h2 class="unseen" id="panel-name">筛选</h2>
${each(DIMENSIONS, ([key, label]) => `<fieldset data-facet="${key}">
<legend class="unseen">${label}</legend>
<details open>
<summary><span>${label}</span> <b></b></summary>
<input type="search" class="within" aria-label="在“${label}”中查找" placeholder="查找" autocomplete="off" hidden>
<ul>
${each(shared.ordered[key].slice(0, 8), (term) => `<li><label><input type="checkbox" name="${key}" value="${term.slug}"><span>${term.label}</span> <b>${term.found.length}</b></label></li>\n`)}</ul>
<button type="button" class="rest">显示全部 ${shared.ordered[key].length} 项</button>
</details>
</fieldset>
`)}</section>
</div>`);

const pager = (list) => {
  const at = (number) => `${ROOT}${list.first}${number > 1 ? `page/${number}/` : ""}`;
  const back = list.number > 1 ? `<a href="${at(1)}">首页</a> <a href="${at(list.number - 1)}" rel="prev">上一页</a> ` : "";
  const on = list.number < list.of ? ` <a href="${at(list.number + 1)}" rel="next">下一页</a> <a href="${at(list.of)}">末页</a>` : "";
  return `<nav class="pager" aria-label="分页">
${back}<span>第 ${list.number} 页，共 ${list.of} 页</span>
${on}</nav>`;
};

function rows(list) {
  const { fields, recommenders } = data().labels;
  return `<ol class="rows">
${each(list.items, ({ url, data: d }) => `<li><p class="what"><a href="${ROOT}${url}">${esc(d.title)}</a></p>
<p class="about"><span class="who"><a href="${ROOT}/enterprises/${d.enterprises[0]}/">${d.enterprise}</a></span> ${d.years[0]} 年${each(d.fields, (slug) => ` · ${fields[slug]}`)} · ${recommenders[d.recommenders[0]]}</p></li>\n`)}</ol>
${pager(list)}`;
}

function course(cases) {
  const counts = new Map();
  for (const { data: d } of cases) counts.set(d.years[0], (counts.get(d.years[0]) || 0) + 1);
  const years = [...counts].sort();
  const high = Math.max(...counts.values());
  return `<figure class="plot through-years">
<figcaption>历年走势</figcaption>
<svg class="chart columns" viewBox="0 0 360 157" role="group" font-size="12"><title>历年经验数</title><desc>一根柱是一年收录的经验数，演示案例另用描边的空心部分。同样的数见图下的数据表。</desc>${each(years, ([year, count], turn) => {
    const tall = Math.round((85 * count) / high);
    return `<a href="${ROOT}/years/${year}/" aria-label="${year} ${count} 项"><rect class="hit" x="${30 * turn}" y="2" width="30" height="154"/><rect class="solid" x="${30 * turn + 5.7}" y="${130 - tall}" width="18.6" height="${tall}"/><text x="${30 * turn + 15}" y="${125 - tall}" text-anchor="middle">${count}</text></a>`;
  })}</svg>
<details>
<summary>数据表</summary>
<table class="numbers">
<thead><tr><th scope="col">年度</th><th scope="col">经验</th><th scope="col">演示</th></tr></thead>
<tbody>
${each(years, ([year, count]) => `<tr><th scope="row"><a href="${ROOT}/years/${year}/">${year}</a></th><td>${count}</td><td></td></tr>\n`)}</tbody>
</table>
</details>
</figure>`;
}

exports.cases = (list) => shell(list, name(list), `<div class="catalogue finder" data-finds-at="${ROOT}/cases/" data-retry="重试" data-offline="网络没有连通，检索数据没有取到。" data-stale="本站刚刚更新，请重新载入本页。" data-failed="检索数据没有取到。">
<div class="top-of">
<h1>全部经验${nth(list)}</h1>
<p class="lead no-js">共收录 <b>${list.all.length} 项</b>，年度新的在前。</p>
<form class="search needs-js" role="search" action="./" aria-label="在全部经验中检索">
<label for="q">在全部经验中检索</label>
<div class="field"><input type="search" id="q" name="q" autocomplete="off"><button type="submit" class="main">检索</button></div>
</form>
</div>
${waysIn(list.shared)}
<section class="listed" aria-labelledby="list-name">
<h2 class="unseen" id="list-name" tabindex="-1">经验列表</h2>
<div class="bar needs-js">
<p class="status" role="status">共 ${list.all.length} 项经验</p>
<label class="sort">排序 <select name="sort"><option value="relevance" hidden>最相关的在前</option><option value="newest" selected>年度新的在前</option><option value="title">按经验名称</option><option value="enterprise">按企业名称</option></select></label>
</div>
<div class="found">
${rows(list)}
</div>
</section>
</div>`);

exports.term = (list) => shell(list, `${name(list)}：${list.label}`, `${crumbs([["首页", "/"], [name(list), `/${list.key}/`]])}
<div class="opening with-course">
<div class="says">
<p class="over">${name(list)}</p>
<h1>${list.label}${nth(list)}</h1>
${list.number === 1 ? `<p class="lead">${data().descriptions[list.slug]}</p>\n` : ""}</div>
${list.number === 1 ? course(list.all) : ""}</div>
<section class="part">
<h2>经验</h2>
<p>本库收录 <b>${list.all.length} 项</b></p>
${rows(list)}
</section>
${list.number === 1 ? neighbours(list.shared) : ""}`);

const rules = () => cached("rules", () => `<h3>规则摘要</h3>
<dl class="rules">
${each([["fields", "重点领域"], ["recommenders", "推荐单位"]], ([key, label]) => `<div><dt>${label}</dt>${each(Object.entries(data().labels[key]), ([slug, shown]) => `<dd><a href="${ROOT}/${key}/${slug}/">${shown}</a></dd>\n`)}</div>\n`)}</dl>`);

exports.year = (list) => shell(list, `${list.slug} 年`, `${crumbs([["首页", "/"], ["历年名单", "/years/"]])}
<h1>${list.slug} 年${nth(list)}</h1>
<p class="lead">本库收录 <b>${list.all.length} 项</b></p>
<nav class="axis" aria-label="历年">
<ol>
${each(list.shared.ordered.years.map(({ slug }) => slug).sort(), (slug) => `<li><a href="${ROOT}/years/${slug}/"${slug === list.slug ? ' aria-current="true"' : ""}>${slug}</a></li>\n`)}</ol>
</nav>
<section class="round" id="edition-${list.slug}">
<h2>${list.slug} 年质量标杆典型经验遴选（合成数据） <span class="mark rank national">国家级</span></h2>
<h3>名单</h3>
${roster(list.items)}
${pager(list)}
${list.number === 1 ? rules() : ""}
</section>
${list.number === 1 ? neighbours(list.shared) : ""}`);

const held = ({ url, data: d }) => `<li>
<p class="band"><a href="${ROOT}/years/${d.years[0]}/">${d.years[0]}</a></p>
<div class="held-title">
<p class="what"><a href="${ROOT}${url}">${esc(d.title)}</a> <span class="state">未见撤销公告</span></p>
<dl class="in-line">
<div><dt>级别</dt><dd>国家级</dd></div>
<div><dt>公布日期</dt><dd>${d.approved_on}</dd></div>
<div><dt>推荐单位</dt><dd><a href="${ROOT}/recommenders/${d.recommenders[0]}/">${data().labels.recommenders[d.recommenders[0]]}</a></dd></div>
</dl>
<div class="papers">
<p>依据</p>
<ul>
<li>${d.approved_on} 公告 <a href="${ROOT}/notices/${d.approved_on}-result/">关于公布 ${d.years[0]} 年质量标杆典型经验的公告（合成数据）</a></li>
<li>${d.source}</li>
</ul>
</div>
</div>
</li>
`;

exports.firm = (list) => {
  const [oldest] = list.all.at(-1).data.years;
  return shell(list, `企业：${list.label}`, `${crumbs([["首页", "/"], ["企业", "/enterprises/"]])}
<article class="firm">
<p class="sheet-head">质量标杆称号事实单<b>非证书</b></p>
<h1>${list.label}</h1>
<section class="standing valid">
<div class="verdict">
<h2>是否持有质量标杆称号</h2>
<p class="word">持有</p>
</div>
<dl class="said">
<div><dt>自何时起</dt><dd><a href="${ROOT}/years/${oldest}/">${oldest} 年</a></dd></div>
<div><dt>现有称号</dt><dd>国家级质量标杆 ${list.all.length} 项</dd></div>
<div><dt>是否有效</dt><dd>截至 2023-11-15，本库未见撤销公告</dd></div>
</dl>
<p class="caution">以上仅据本库所载材料；是否有效以发文机关公告为准。</p>
</section>
<section class="part">
<h2>所获称号</h2>
<ol class="rod">
${each(list.all, held)}</ol>
</section>
<section class="part">
<h2>怎样核实</h2>
<ol class="checks">
<li><h3>查名单</h3><p>上列“依据”写明消息从哪里来。有公告的，按年度、分组、序号和推荐单位核对原名单；只有报道的，请再找公布文件。</p><p class="go"><a href="${ROOT}/years/">历年名单</a></p></li>
<li><h3>查撤销</h3><p>截至 2023-11-15，本库的撤销名单中没有这家企业。</p><p class="go"><a href="${ROOT}/revocations/">撤销名单</a></p></li>
<li><h3>问发文机关</h3><p>本库汇集公开材料，不出具证明。需要正式证明的，请向发文机关或推荐单位核实。</p></li>
</ol>
</section>
<div class="sheet-foot"><p>本页摘自公开材料，核对日期 2023-11-15。不是证书，不作证明之用；是否有效以发文机关公告为准。</p><p>${SITE}</p></div>
</article>
<section class="part neighbours">
<h2>所获称号涉及</h2>
<div class="columns">
${each(DIMENSIONS, ([key, label]) => `<div>
<h3>${label}</h3>
<ul class="counted">
${each([...new Set(list.all.flatMap((one) => one.data[key]))].slice(0, 8), (slug) => `<li><a href="${ROOT}/${key}/${slug}/">${data().labels[key][slug] || slug}</a> <b>1</b></li>\n`)}</ul>
</div>
`)}</div>
</section>`);
};

exports.terms = (list) => shell(list, name(list), `<h1>${name(list)}</h1>
<p class="lead">本库按内容归为 ${list.items.length} 个。右边是经验数。</p>
<ul class="terms">
${each(list.items, ({ slug, label, found }) => `<li><a href="${ROOT}/${list.key}/${slug}/">${label}</a> <b>${found.length}</b><p>${data().descriptions[slug] || ""}</p></li>\n`)}</ul>`);

exports.firms = (list) => shell(list, name(list), `<h1>企业${nth(list)}</h1>
<p class="lead">本库载有企业 ${list.all.length} 家。每家一页：是否持有称号、自何时起、是否有效。</p>
<table class="register firms">
<thead><tr><th scope="col">企业</th><th scope="col">称号</th><th scope="col">年度</th><th scope="col">状态</th></tr></thead>
<tbody>
${each(list.items, ({ slug, label, found }) => `<tr><th scope="row"><a href="${ROOT}/enterprises/${slug}/">${label}</a></th><td>${found.length} 项</td><td>${found.map(({ data: d }) => `<a href="${ROOT}/years/${d.years[0]}/">${d.years[0]}</a>`).join("、")}</td><td class="holds">未见撤销</td></tr>\n`)}</tbody>
</table>
${pager(list)}`);

exports.home = (list) => shell(list, SITE, `<h1>${SITE}</h1>
${neighbours(list.shared)}
<ol class="rows">
${each(list.items, ({ url, data: d }) => `<li><p class="what"><a href="${ROOT}${url}">${esc(d.title)}</a></p></li>\n`)}</ol>`);
