// A case's facts, as theme/services/case reads them.

// Gives the id in the address, "" where there is none, null where it can be none.
const askedCase = () => (window.BiaoganCase ? window.BiaoganCase.asked() : "");

function appliedFor(id, item) {
  const isFictional = Boolean(item.mark);
  const siteUrl = root.getAttribute("data-site-url");
  const edition = ["year", "level", "edition"].map((name) => root.getAttribute(`data-${name}`))
    .map((label) => window.BiaoganCase.valuesOf(item, label).join(say("comma"))).filter(Boolean);
  return {
    isFictional,
    isRevoked: item.isRevoked,
    values: {
      case_id: id,
      case_title: item.title,
      case_enterprise: item.enterprise,
      case_edition: edition.concat(isFictional ? [say("fictional-mark")] : []).join(say("comma")),
      case_address: siteUrl ? `${siteUrl}cases/${id}/` : item.base,
    },
  };
}

const namesOf = (found) => ({ title: found.values.case_title, enterprise: found.values.case_enterprise, id: found.values.case_id });

// Says what a case is to the application; gives it where it can be applied for.
function heardCase(id, tell) {
  if (!window.BiaoganCase) { // its script did not come
    const named = new URLSearchParams(location.search).get("case");
    if (named) tell(say("unread", { id: named.slice(0, 60) }));
    return Promise.resolve(null);
  }
  if (id === null) tell(say("bad-case"));
  if (!id) return Promise.resolve(null);
  tell(say("reading", { id }));
  return window.BiaoganCase.read(id).then((item) => {
    const found = appliedFor(id, item);
    if (!found.isRevoked) return found;
    tell(say("revoked", namesOf(found)));
    return null;
  }).catch((error) => {
    tell(say(error.isMissing ? "no-case" : "unread", { id }));
    return null;
  });
}
