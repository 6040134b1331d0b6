// The statement, drawn from values; no text becomes markup.

let words = {};
let rootAddress = "";

function say(key, values) {
  return words[key].replace(/\{(\w+)\}/g, (whole, name) => values[name]);
}

function make(into, tag, name, text) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text) element.textContent = text;
  into.appendChild(element);
  return element;
}

function makeLink(into, text, address) {
  const link = make(into, "a", "", text);
  link.href = address;
  return link;
}

function mark(into, isFictional) {
  if (!isFictional) return;
  into.appendChild(document.createTextNode(" "));
  make(into, "span", "mark", words.mark);
}

function addressOf(asked) {
  return `${location.pathname}?${new URLSearchParams({ q: asked })}`;
}

// A link that this page follows itself; it has its address, so it opens in a new tab too.
function makeStep(into, text, asked) {
  const link = makeLink(into, text, addressOf(asked));
  link.dataset.ask = asked;
  return link;
}

function facts(into, name, pairs) {
  const list = make(into, "dl", name);
  pairs.filter((pair) => pair[1]).forEach((pair) => {
    const line = make(list, "div");
    make(line, "dt", "", pair[0]);
    make(line, "dd", pair[2], String(pair[1]));
  });
}

function drawPapers(into, one, notices) {
  const papers = make(into, "div", "papers");
  make(papers, "p", "", words.papers);
  const list = make(papers, "ul");
  if (!one.notices) make(list, "li", "", words.unpapered);
  (one.notices || []).map((id) => notices[id]).forEach((notice) => {
    const line = make(list, "li", "", `${notice.date} ${notice.kind} `);
    makeLink(line, notice.title, rootAddress + notice.uri);
    mark(line, notice.mark);
    make(line, "span", "on-paper", ` ${rootAddress}${notice.uri}`);
  });
  (one.sources || []).forEach((source) => {
    const line = make(list, "li");
    if (source.url) makeLink(line, source.title, source.url).rel = "noopener noreferrer external";
    else line.textContent = source.title;
    if (source.note) make(line, "span", "quiet", ` ${source.note}`);
  });
}

function isEnded(one) {
  return one.status === "revoked";
}

function drawCase(into, one, enterprise, notices) {
  const item = make(into, "li", isEnded(one) ? "ended" : "");
  make(item, "p", "band", String(one.year));
  const body = make(item, "div", "held-title");
  const what = make(body, "p", "what");
  makeLink(what, one.title, rootAddress + one.uri);
  make(what, "span", "state", ` ${one.state}`);
  mark(what, one.demonstration);
  facts(body, "in-line", [
    [words.revokedOn, one.revoked_on],
    [words.ground, one.ground],
    [words.edition, one.edition],
    [words.level, one.level],
    [words.approvedOn, one.approved_on || words.undated],
    [words.listedAs, one.enterprise !== enterprise.name && one.enterprise],
    [words.caseId, one.id],
  ]);
  drawPapers(body, one, notices);
}

function drawFound(into, place, asked, titles) {
  const enterprise = titles.enterprises[place.enterprise.slug];
  const one = enterprise.cases.filter((each) => each.id === place.id)[0];
  const cases = one ? [one] : enterprise.cases;
  if (enterprise.demonstration || cases.some((each) => each.demonstration)) make(into, "p", "fiction", words.fictional);
  const name = make(into, "p", "firm-name");
  makeLink(name, enterprise.name, rootAddress + enterprise.uri);
  mark(name, enterprise.demonstration);
  if (enterprise.aliases) make(into, "p", "aka", words.otherNames + words.colon + enterprise.aliases.join(words.comma));
  const standing = make(into, "div", `standing ${one && isEnded(one) ? "ended" : enterprise.kind}`);
  const verdict = make(standing, "div", "verdict");
  make(verdict, "p", "quiet", one ? one.id : words.question);
  make(verdict, "p", "word", one ? one.state : enterprise.word);
  if (cases.length === enterprise.cases.length) make(standing, "p", "answer", enterprise.said);
  else {
    const more = make(standing, "p", "answer", `${say("byId", { count: enterprise.cases.length })} `);
    makeStep(more, words.whole, enterprise.name);
  }
  if (place.alias) make(into, "p", "by-alias", say("byAlias", { asked }));
  const list = make(into, "ol", "rod");
  cases.forEach((each) => drawCase(list, each, enterprise, titles.notices));
}

// A name that several use asks for the page of one of them instead.
function drawChoice(into, places, isShared) {
  const list = make(into, "ul", "rows");
  places.forEach(({ enterprise, id, shown }) => {
    const { name, slug, ids, demonstrations = [] } = enterprise;
    const item = make(list, "li");
    const what = make(item, "p", "what");
    makeStep(what, id || name, id || (isShared ? `${rootAddress}enterprises/${slug}/` : name));
    mark(what, id ? demonstrations.indexOf(id) >= 0 : demonstrations.length === ids.length);
    make(item, "p", "about", id ? name : shown === name ? "" : shown);
  });
}

// As short as it can be typed: Han stays as it is, all else that an address cannot hold is encoded.
function spokenAddress(asked) {
  return `${location.origin}${location.pathname}?q=${asked.replace(/[^\u3400-\u9fff]+/g, encodeURIComponent)}`;
}

function today() {
  const two = (number) => (number < 10 ? `0${number}` : String(number));
  const now = new Date();
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

// When, from which library, and where it can be asked again.
function drawFoot(into, asked, built) {
  const foot = make(into, "div", "stated-foot");
  facts(foot, "rules", [
    [words.asked, asked],
    [words.madeOn, today()],
    [words.built, built],
    [words.source, words.site],
    [words.address, spokenAddress(asked), "address"],
  ]);
  make(foot, "p", "quiet", words.caution);
}

// Gives the kind of the answer; `titles` are those of the enterprise that was found.
function drawAnswer(heading, into, answer, asked, known) {
  const { found, several, near, titles } = answer;
  const kind = found ? "found" : several ? "several" : near.length ? "near" : "none";
  into.textContent = "";
  heading.textContent = found ? words.statement : words[`${kind}Title`];
  if (found) drawFound(into, found, asked, titles);
  else {
    make(into, "p", "", say(kind, { asked, count: several ? several.length : 0 }));
    drawChoice(into, several || near, !!several);
    make(into, "p", "", words.noneCaution);
  }
  drawFoot(into, asked, known.built);
  return kind;
}
