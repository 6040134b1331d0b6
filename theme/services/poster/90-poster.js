// The page: ?case=… says whose poster, &form=… which of the two pictures.
// Uses ../saving.js

let shown = null; // the case
let canvas = null;

const formNow = () => {
  const chosen = document.querySelector("[name=form]:checked");
  return chosen && Object.prototype.hasOwnProperty.call(FORMS, chosen.value) ? chosen.value : "tall";
};

function tell(words) {
  one(".notes").textContent = words;
}

// A short word to say of a demonstration, and the whole of what is known.
const nameOf = (item) => say("named", { title: item.title, enterprise: item.enterprise, mark: item.mark ? say("mark") : "" });

function drawPoster() {
  const name = formNow();
  const matrix = qrMatrix(shown.address);
  const facts = Object.assign({
    site: root.dataset.site, call: say("call"), read: say("read"), hasCode: !!matrix,
  }, shown, { number: say("number", { number: shown.number }) });
  canvas = draw(facts, name, matrix);
  const picture = one(".poster img") || one(".poster").appendChild(document.createElement("img"));
  picture.width = canvas.width;
  picture.height = canvas.height;
  picture.className = name;
  picture.alt = say(matrix ? "alt" : "altBare", { name: nameOf(shown), address: shown.address });
  picture.src = canvas.toDataURL("image/png");
  tell(matrix ? "" : say("long"));
}

function download() {
  const name = formNow();
  canvas.toBlob((blob) => handOver(blob, `${shown.id}-${name === "tall" ? "poster" : "cover"}.png`), "image/png");
}

function refuse(words, address) {
  tell(words);
  one(".made").hidden = true;
  if (!address) return;
  const link = document.createElement("a");
  link.href = address;
  link.textContent = say("open");
  one(".notes").appendChild(link);
}

function start(item, id) {
  if (item.isRevoked) {
    refuse(say("revoked", { title: item.title }), item.base);
    return;
  }
  shown = toldOf(id, item);
  one(".made").hidden = false;
  one(".to-choose").hidden = true;
  one(".back").href = item.base;
  one("#poster-text").textContent = `${nameOf(shown)}\n${shown.address}`;
  drawPoster();
}

function fail(again) {
  refuse(say("failed"));
  one(".again").hidden = false;
  one(".again").onclick = again;
}

function load(id) {
  one(".again").hidden = true;
  tell(say("loading"));
  Promise.all([window.BiaoganCase.read(id), fontsReady()]).then((found) => start(found[0], id)).catch((error) => {
    if (error.isMissing) refuse(say("unknown", { id }));
    else fail(() => load(id));
  });
}

function chooseForm() {
  const asked = new URLSearchParams(location.search).get("form");
  Array.prototype.forEach.call(document.querySelectorAll("[name=form]"), (choice) => {
    choice.checked = choice.value === (Object.prototype.hasOwnProperty.call(FORMS, asked) ? asked : "tall");
    choice.addEventListener("change", () => {
      history.replaceState(history.state, "", `?case=${shown.id}&form=${formNow()}`);
      drawPoster();
    });
  });
}

function begin() {
  if (!window.BiaoganCase) { // its script did not come
    if (/[?&]case=/.test(location.search)) fail(() => location.reload());
    return;
  }
  const id = window.BiaoganCase.asked();
  if (id === "") return;
  chooseForm();
  one("[data-do=download]").addEventListener("click", download);
  if (id) load(id);
  else refuse(say("unknown", { id: window.BiaoganCase.typed() }));
}

if (root) begin();
