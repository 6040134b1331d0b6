// What several kinds of pages share.
const fs = require("node:fs");
const path = require("node:path");

const SITE = "标杆 · 质量标杆经验库";
const HOST = "https://example.org";
const ROOT = "/biaogan";
const MARKS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;" };
const NAV = [["cases", "全部经验"], ["years", "历年名单"], ["fields", "重点领域"], ["methods", "质量方法"], ["videos", "视频"], ["sessions", "交流活动"], ["notices", "通知公告"], ["statistics", "数说标杆"]];
const DIMENSIONS = [["years", "年度", 12], ["fields", "重点领域", 12], ["methods", "质量方法", 10], ["recommenders", "推荐单位", 6], ["industries", "行业", 6], ["regions", "地区", 8]];

// File of a case → its headings, noted while its Markdown is rendered.
exports.contents = new Map();
exports.SITE = SITE;
exports.HOST = HOST;
exports.ROOT = ROOT;
exports.DIMENSIONS = DIMENSIONS;

let known;
const data = () => {
  if (!known) {
    const read = (name) => JSON.parse(fs.readFileSync(path.join(__dirname, `../data/${name}.json`), "utf8"));
    known = { labels: read("labels"), descriptions: read("descriptions"), names: read("names") };
  }
  return known;
};
exports.data = data;

const esc = (text) => String(text).replace(/[&<>"]/g, (mark) => MARKS[mark]);
exports.esc = esc;
const each = (values, make) => Array.from(values, make).join("");
exports.each = each;

const once = {};
const cached = (name, make) => (once[name] ??= make());
exports.cached = cached;

const header = (section) => `<body data-root="${ROOT}/" data-finder="${ROOT}/assets/finder.js?v=a56884ba">
<a class="skip" href="#content">跳到正文</a>
<header>
<div class="above">
<div class="wide">
<p></p>
<div class="switches needs-js" role="group" aria-label="阅读方式">
<button type="button" data-switch="elder" aria-pressed="false">长者模式</button>
<button type="button" data-switch="dark" aria-pressed="false">深色</button>
<button type="button" data-read data-stop="停止朗读" aria-pressed="false" hidden>朗读</button>
</div>
</div>
</div>
<div class="top">
<div class="wide">
<a class="logo" href="${ROOT}/"><img src="${ROOT}/assets/site.svg" alt="" width="12" height="40">${SITE}</a>
<form class="find" role="search" action="${ROOT}/search/" aria-label="检索经验、企业、方法和通知">
<input type="search" name="q" aria-label="检索经验、企业、方法和通知" placeholder="如：六西格玛、供应链、企业名称" autocomplete="off"><button type="submit" class="main">检索</button>
</form>
</div>
<nav aria-label="主导航">
<ul class="wide">
${each(NAV, ([key, name]) => `<li><a href="${ROOT}/${key}/"${key === section ? ' aria-current="true"' : ""}>${name}</a></li>\n`)}</ul>
</nav>
</div>
</header>`;

const FOOTER = `<footer class="bottom">
<div class="wide">
<div class="whose">
<p class="name">${SITE}</p>
</div>
<nav aria-label="更多入口">
<ul>
${each([["recommenders/", "推荐单位"], ["industries/", "行业"], ["regions/", "地区"], ["enterprises/", "企业"], ["revocations/", "撤销名单"], ["search/", "检索"], ["sitemap.xml", "网站地图"]], ([key, name]) => `<li><a href="${ROOT}/${key}">${name}</a></li>\n`)}</ul>
</nav>
</div>
</footer>`;

exports.page = ({ url, section, title, description, type = "website", meta = "", graph, main }) => `<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; script-src &#39;self&#39;; style-src &#39;self&#39;; img-src &#39;self&#39; data:; media-src &#39;self&#39;; connect-src &#39;self&#39;; manifest-src &#39;self&#39;; frame-src https://player.bilibili.com https://v.qq.com https://player.youku.com; base-uri &#39;none&#39;; form-action &#39;self&#39;">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${esc(title)} - ${SITE}</title>
<meta name="description" content="${esc(description)}">
<link rel="canonical" href="${HOST}${ROOT}${url}">
<meta property="og:url" content="${HOST}${ROOT}${url}">
<meta property="og:site_name" content="${SITE}">
<meta property="og:title" content="${esc(title)}">
<meta property="og:description" content="${esc(description)}">
<meta property="og:type" content="${type}">
${meta}<meta name="SiteName" content="${SITE}">
<link rel="search" type="application/opensearchdescription+xml" title="${SITE}" href="${ROOT}/opensearch.xml">
<meta property="og:image" content="${HOST}${ROOT}/assets/share.png">
<script type="application/ld+json">${JSON.stringify(graph)}</script>
<link rel="icon" type="image/svg+xml" href="${ROOT}/assets/site.svg">
<link rel="stylesheet" href="${ROOT}/assets/site.css?v=bbb30c1b">
<script src="${ROOT}/assets/boot.js?v=06d89072"></script>
<script src="${ROOT}/assets/site.js?v=35b6ec1b" defer></script>
</head>
${cached(`header-${section}`, () => header(section))}
<main id="content" class="wide">
${main}
</main>
${FOOTER}
</body>
</html>
`;

exports.crumbGraph = (items) => ({
  "@type": "BreadcrumbList",
  itemListElement: items.map(([name, url], place) => ({ "@type": "ListItem", position: place + 1, name, item: `${HOST}${ROOT}${url}` })),
});

exports.crumbs = (items) => `<nav class="crumbs" aria-label="所在位置">
<ol>
${each(items, ([name, url]) => `<li>${url ? `<a href="${ROOT}${url}">${esc(name)}</a>` : `<span>${esc(name)}</span>`}</li>\n`)}</ol>
</nav>`;

exports.roster = (cases) => {
  const { recommenders } = data().labels;
  return `<table class="roster unnumbered">
<thead><tr><th scope="col">经验名称</th><th scope="col">企业</th><th scope="col">推荐单位</th></tr></thead>
<tbody>
${each(cases, ({ url, data: d }) => `<tr><td><a href="${ROOT}${url}">${esc(d.title)}</a></td><td><a href="${ROOT}/enterprises/${d.enterprises[0]}/">${esc(d.enterprise)}</a></td><td><a href="${ROOT}/recommenders/${d.recommenders[0]}/">${recommenders[d.recommenders[0]]}</a></td></tr>\n`)}</tbody>
</table>`;
};
