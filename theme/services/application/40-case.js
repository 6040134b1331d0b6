// A case's facts, from its own page. The page is parsed apart; nothing of it runs or is shown as HTML.

const CASE = /^[0-9a-z-]{1,60}$/;

// Gives the id in the address, "" where there is none, null where it can be none.
function askedCase() {
  const asked = new URLSearchParams(location.search).get("case");
  if (asked === null || asked === "") return "";
  return CASE.test(asked) ? asked : null;
}

function textOf(place, selector) {
  const element = place.querySelector(selector);
  return element ? whole(element.textContent).replace(/\s+/g, " ").trim() : "";
}

function factsOf(article) {
  const found = {};
  Array.prototype.forEach.call(article.querySelectorAll(".ledger > div"), (line) => {
    const values = Array.prototype.map.call(line.querySelectorAll("dd"), (value) => value.textContent.trim());
    found[textOf(line, "dt")] = whole(values.join(say("comma")));
  });
  return found;
}

function caseFrom(text, id, address) {
  const article = new DOMParser().parseFromString(text, "text/html").querySelector("article.case");
  if (!article) return null;
  const facts = factsOf(article);
  const isFictional = Boolean(article.querySelector(".mark.demo"));
  const edition = ["year", "level", "edition"].map((name) => root.getAttribute(`data-${name}`))
    .filter((label) => own(facts, label)).map((label) => facts[label]);
  return {
    isFictional,
    isRevoked: Boolean(article.querySelector(".revoked")),
    values: {
      case_id: id,
      case_title: textOf(article, "h1"),
      case_enterprise: textOf(article, ".enterprise"),
      case_edition: edition.concat(isFictional ? [say("fictional-mark")] : []).join(say("comma")),
      case_address: address,
    },
  };
}

// Gives the case, or null where the library has none; fails where it cannot be read.
function fetchCase(id) {
  const path = `cases/${id}/`;
  const here = new URL((document.body.getAttribute("data-root") || "./") + path, location.href).href;
  const siteUrl = root.getAttribute("data-site-url");
  return fetch(here).then((answer) => {
    if (answer.status === 404 || answer.status === 410) return null;
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.text().then((text) => caseFrom(text, id, siteUrl ? siteUrl + path : here));
  });
}

const namesOf = (found) => ({ title: found.values.case_title, enterprise: found.values.case_enterprise, id: found.values.case_id });

// Says what a case is to the application; gives it where it can be applied for.
function heardCase(id, tell) {
  if (id === null) tell(say("bad-case"));
  if (!id) return Promise.resolve(null);
  tell(say("reading", { id }));
  return fetchCase(id).then((found) => {
    if (!found) tell(say("no-case", { id }));
    else if (found.isRevoked) tell(say("revoked", namesOf(found)));
    return found && !found.isRevoked ? found : null;
  }, () => {
    tell(say("unread", { id }));
    return null;
  });
}
