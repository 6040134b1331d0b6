/* The finder's script comes when a search field is first used: it suggests names. */
(function () {
  "use strict";
  var address = document.body.dataset.finder;
  var isAsked = false;

  function isSearched(element) { return element.matches("[role=search] [name=q]"); }

  function load(event) {
    if (isAsked || !isSearched(event.target)) { return; }
    isAsked = true;
    // The pages of the finder have the script already.
    if (document.querySelector('script[src="' + address + '"]')) { return; }
    var script = document.createElement("script");
    script.src = address;
    script.addEventListener("error", function () {
      script.remove();
      isAsked = false;
    });
    document.head.appendChild(script);
  }

  /* Also while the finder's script is still on its way. */
  function compose(event) {
    if (!isSearched(event.target)) { return; }
    if (event.type === "compositionstart") { event.target.setAttribute("data-composing", ""); }
    else { event.target.removeAttribute("data-composing"); }
  }

  if (!address) { return; }
  document.addEventListener("focusin", load);
  document.addEventListener("compositionstart", compose, true);
  document.addEventListener("compositionend", compose, true);
  load({ target: document.activeElement });
})();
