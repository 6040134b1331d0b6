// The client's sheets and script, fetched from this site after the click; once, unless that failed.

let loading = null;

function fetched(element) {
  return new Promise((resolve, reject) => {
    element.addEventListener("load", resolve);
    element.addEventListener("error", () => {
      element.remove();
      reject(new Error("missing"));
    });
    document.head.appendChild(element);
  });
}

function sheet(href) {
  return fetched(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));
}

// What the client keeps on this device. It stumbles over anything but the kind that it wrote itself.
const STORED = { WALINE_USER: "object", WALINE_USER_META: "object", WALINE_LIKE: "list", WALINE_EMOJI: "object", WALINE_REACTION: "object" };

function kindOf(written) {
  try {
    const value = JSON.parse(written);
    return Array.isArray(value) ? "list" : value === null ? "nothing" : typeof value;
  } catch (malformed) {
    return "malformed";
  }
}

function forgetMalformed() {
  Object.keys(STORED).forEach((key) => {
    try {
      const written = localStorage.getItem(key);
      if (written !== null && kindOf(written) !== STORED[key]) localStorage.removeItem(key);
    } catch (refused) { /* no storage: there is nothing to stumble over */ }
  });
}

// A style element would be refused by the page's policy. The client makes none where it finds one
// of this name; dark pages need none, for the sheet takes its colours from the page.
function placeInStead() {
  if (document.getElementById("waline-darkmode")) return;
  const place = document.createElement("template");
  place.id = "waline-darkmode";
  document.head.appendChild(place);
}

function load(words) {
  if (loading) return loading;
  forgetMalformed();
  placeInStead();
  loading = Promise.all([
    ...words.sheets.split(" ").map(sheet),
    fetched(Object.assign(document.createElement("script"), { src: words.script })),
  ]).catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}
