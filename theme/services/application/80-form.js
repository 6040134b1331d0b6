// A form: fields, the device's memory and the printed table follow each other with every key.

function startForm() {
  const data = root.dataset;
  const slug = data.form;
  const version = Number(data.version);
  const keys = data.keys.split(" ");
  const fields = all("[data-field]").map(fieldOf);
  const caseFields = fields.filter((field) => /^case_/.test(field.key));
  const agree = one("#agree");
  const result = one("[data-result]");
  const summary = one("[data-faults]");
  let kept = nothing();
  let isMaking = false;

  const tell = (place, sentence) => all(place).forEach((element) => {
    if (element.textContent !== sentence) element.textContent = sentence;
  });
  const values = () => contentOf(fields, kept.values);
  const hasAgreed = () => kept.agreed.indexOf(slug) >= 0;

  function paint() {
    fields.forEach((field) => {
      const value = kept.values[field.key] || "";
      one(`[data-shown=${field.key}]`).textContent = field.kind === "date" ? saidDay(value) : value;
    });
    if (!data.mail) return;
    one("[data-do=mail]").href = mailAddress(data.mail, data.title, fields, kept.values);
    one("#mail-text").textContent = fullMail(data.title, fields, kept.values);
    one("[data-mailbox]").textContent = decodeURIComponent(data.mail.replace(/^mailto:|\?.*$/g, ""));
  }

  function check(field) {
    const sentence = wrong(field, kept.values);
    showFault(field.place, field.input, sentence);
    return sentence;
  }

  function checkAgreed() {
    const sentence = hasAgreed() ? "" : say("agree");
    showFault(one("[data-agree]"), agree, sentence);
    return sentence;
  }

  const recheck = () => fields.filter((field) => field.isLeft).forEach(check);

  function save(key) {
    tell("[data-notice]", say(remembered(kept, version) ? key || "kept" : "unkept"));
  }

  function fill() {
    fields.forEach((field) => fillField(field, kept.values[field.key] || ""));
    agree.checked = hasAgreed();
    recheck();
    paint();
  }

  function recall() {
    const text = recalled();
    const found = text ? understood(text, keys, version) : { kept: nothing(), isOld: false };
    kept = found ? found.kept : nothing();
    unsaid();
    fill();
    if (text === null) tell("[data-notice]", say("unkept"));
    else if (!found) tell("[data-notice]", say("damaged"));
    else tell("[data-notice]", found.isOld ? say("old") : "");
  }

  // What was said of the content is not true of another.
  function unsaid() {
    tell("[data-outcome], [data-sent]", "");
    if (data.address) one("[data-confirm]").hidden = true;
  }

  function take(field, value) {
    if ((kept.values[field.key] || "") === whole(value)) return; // a change follows the last key
    kept.values[field.key] = whole(value);
    showCount(field);
    unsaid();
    recheck();
    paint();
    save();
  }

  function faultsOf() {
    fields.forEach((field) => { field.isLeft = true; });
    const found = fields.map((field) => ({ input: field.input, sentence: check(field), label: field.label }));
    found.push({ input: agree, sentence: checkAgreed(), label: "" });
    return found.filter((fault) => fault.sentence).map((fault) => ({
      input: fault.input,
      sentence: fault.sentence.indexOf(fault.label) < 0 ? say("line", { label: fault.label, value: fault.sentence }) : fault.sentence,
    }));
  }

  const go = (element) => {
    element.focus();
    element.scrollIntoView({ block: "center" });
  };

  // Tells whether all is well; else says what is not and leads there.
  function passes() {
    const faults = faultsOf();
    showFaults(summary, faults, go);
    if (faults.length) go(summary);
    return !faults.length;
  }

  function finish() {
    if (!passes()) return;
    result.hidden = false;
    tell("[data-outcome]", say("ready"));
    go(result.querySelector("h2"));
  }

  function makeWord(button) {
    if (isMaking || (result.contains(button) && !passes())) return;
    const name = `${`${data.title}-${kept.values.applicant || ""}`.replace(/[\\/:*?"<>|\u0000-\u001f]+/g, " ").trim().slice(0, 80)}.docx`;
    isMaking = true;
    tell("[data-outcome]", say("making"));
    Promise.resolve().then(() => window.BiaoganWord.make(data.blank, values()))
      .then((blob) => window.BiaoganWord.save(blob, name))
      .then(() => tell("[data-outcome]", say("made", { name })), () => tell("[data-outcome]", say("unmade")))
      .then(() => { isMaking = false; });
  }

  function clear() {
    if (!window.confirm(say("sure"))) return;
    forgotten();
    kept = nothing();
    fields.forEach((field) => {
      field.isLeft = false;
      showFault(field.place, field.input, "");
    });
    showFault(one("[data-agree]"), agree, "");
    result.hidden = true;
    summary.hidden = true;
    release();
    unsaid();
    fill();
    tell("[data-notice]", say("cleared"));
  }

  function attach(found) {
    caseFields.forEach((field) => {
      kept.values[field.key] = found.values[field.key];
      field.input.readOnly = true;
    });
    one("[data-do=remove]").hidden = false;
    unsaid();
    fill();
    save();
    tell("[data-case-said]", say("filled", namesOf(found)) + (found.isFictional ? say("fictional") : ""));
  }

  // The case's fields belong to the reader again.
  function release() {
    caseFields.forEach((field) => { field.input.readOnly = false; });
    one("[data-do=remove]").hidden = true;
    all("[data-other-form]").forEach((link) => { link.search = ""; });
    tell("[data-case-said]", "");
    if (location.search) history.replaceState(null, "", location.pathname);
  }

  function remove() {
    caseFields.forEach((field) => { delete kept.values[field.key]; });
    release();
    unsaid();
    fill();
    save();
    tell("[data-case-said]", say("removed"));
    caseFields[0].input.focus();
  }

  function typed(event) {
    if (event.target === agree) {
      kept.agreed = kept.agreed.filter((other) => other !== slug).concat(agree.checked ? [slug] : []);
      unsaid();
      checkAgreed();
      save();
      return;
    }
    const field = fields.filter((other) => other.input === event.target)[0];
    if (field) take(field, event.target.value);
  }

  function left(event) {
    const field = fields.filter((other) => other.input === event.target)[0];
    if (!field) return;
    field.isLeft = true;
    const plain = field.input.value.normalize("NFKC").replace(/\s/g, "").toUpperCase();
    if (field.kind === "code" && field.input.value !== plain) {
      fillField(field, plain);
      take(field, plain);
    }
    check(field);
  }

  const doing = { finish, clear, remove, word: makeWord };
  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (!button) return;
    if (button.dataset.do === "mail" && !passes()) event.preventDefault();
    else if (own(doing, button.dataset.do)) doing[button.dataset.do](button);
  });
  one("form").addEventListener("submit", (event) => event.preventDefault());
  one("form").addEventListener("input", typed);
  one("form").addEventListener("change", typed);
  one("form").addEventListener("focusout", left);
  addEventListener("pageshow", fill);
  addEventListener("storage", (event) => { if (event.key === KEY || event.key === null) recall(); });
  fields.filter((field) => field.kind === "date").forEach((field) => { field.input.min = dayOf(new Date()); });
  recall();
  if (data.address) startSending({ data, slug, fields, passes, tell, kept: () => kept, keep: () => remembered(kept, version), values });

  const asked = askedCase();
  heardCase(asked, (sentence) => tell("[data-case-said]", sentence)).then((found) => { if (found) attach(found); });
  if (asked) all("[data-other-form]").forEach((link) => { link.search = `?case=${asked}`; });
}
