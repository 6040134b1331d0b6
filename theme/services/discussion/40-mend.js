// Whenever the client draws, what it left without a name gets one.

function named(root, selector, name) {
  Array.from(root.querySelectorAll(selector)).forEach((element) => {
    if (element.getAttribute("aria-label") === name) return;
    element.setAttribute("aria-label", name);
    if (element.localName === "button") element.title = name;
  });
}

// The client draws, unseen, what is typed as HTML. There is no preview here, so nothing is drawn.
function withoutPreview(root) {
  Array.from(root.querySelectorAll(".wl-preview .wl-content")).forEach((element) => {
    Object.defineProperty(element, "innerHTML", { configurable: true, get: () => "", set: () => {} });
  });
}

// Before it deletes a comment the client asks in English: for the length of the click its question
// is put in the page's words.
function askInOurWords(root, words) {
  root.addEventListener("click", (event) => {
    if (!event.target.closest(".wl-delete")) return;
    const { confirm } = window;
    window.confirm = () => confirm.call(window, words.sure);
    setTimeout(() => { window.confirm = confirm; }, 0);
  }, true);
}

function mend(root, words) {
  const once = () => {
    withoutPreview(root);
    named(root, ".wl-editor", words.field);
    named(root, ".wl-edit", words.edit);
    named(root, ".wl-delete", words.remove);
    named(root, ".wl-loading", words.opening);
  };
  new MutationObserver(once).observe(root, { childList: true, subtree: true });
  once();
}
