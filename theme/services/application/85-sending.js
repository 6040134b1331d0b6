// The button that names the host, the content that it would send, and the second click that sends it.

function startSending(form) {
  const { data, slug, fields, tell } = form;
  const confirm = one("[data-confirm]");
  const begin = one("[data-do=send]");
  const said = (key, values) => tell("[data-sent]", say(key, Object.assign({ host: data.host, seconds: SECONDS }, values)));
  let isSending = false;
  let shown; // the content as it was shown, which alone is sent

  function hush() {
    confirm.hidden = true;
    begin.focus();
  }

  function show() {
    if (isSending || !form.passes()) return;
    const values = form.values();
    const sending = sendingFor(slug, values, form.kept().sent[slug]);
    shown = { values, sending };
    if (sending.at) {
      said("sent-already", { time: sending.at });
      return;
    }
    const list = emptied(confirm.querySelector("dl"));
    fields.forEach((field) => {
      const line = make(list, "div");
      make(line, "dt", field.label);
      make(line, "dd", values[field.key] || say("empty"));
    });
    tell("[data-sent]", "");
    confirm.hidden = false;
    confirm.querySelector("h4").focus();
  }

  function send() {
    if (isSending || confirm.hidden || !form.passes()) return;
    const { values, sending } = shown;
    const now = new Date();
    const message = {
      format: FORMAT, version: Number(data.version), id: sending.id, form: slug, title: data.title, agreed: true,
      made_at: now.toISOString(), page: location.origin + location.pathname, values,
    };
    form.kept().sent[slug] = sending;
    form.keep();
    isSending = true;
    begin.disabled = true;
    hush();
    said("sending");
    post(data.address, message).then((told) => {
      isSending = false;
      begin.disabled = false;
      const time = `${dayOf(now)} ${two(now.getHours())}:${two(now.getMinutes())}`;
      if (told === "sent") {
        form.kept().sent[slug] = { mark: sending.mark, id: sending.id, at: time };
        form.keep();
      }
      if (/^\d/.test(told)) said("refused", { status: told });
      else said(told, { time });
    });
  }

  const doing = { send: show, back: hush, confirm: send };
  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button && own(doing, button.dataset.do)) doing[button.dataset.do]();
  });
}
