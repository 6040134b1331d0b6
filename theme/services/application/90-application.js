// Which page this is: the list of the forms, or one of them.

function startChoice() {
  const [place] = all("[data-case-said]");
  const asked = askedCase();
  heardCase(asked, (sentence) => { place.textContent = sentence; }).then((found) => {
    if (!found) return;
    place.textContent = say("for-case", namesOf(found)) + (found.isFictional ? say("fictional") : "");
    all("[data-form]").forEach((link) => { link.search = `?case=${asked}`; });
  });
}

if (root) {
  if (root.dataset.application === "form") startForm();
  else startChoice();
}
