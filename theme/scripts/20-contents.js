/* The contents follow the reading: the section that is read is marked, those before it count as read.
   Beside the text the list stands open; on a phone it is a bar that names the section and opens. */
(function () {
  "use strict";
  var nav = document.querySelector(".contents");
  if (!nav) { return; }
  var details = nav.querySelector("details");
  var here = nav.querySelector(".here");
  var beside = window.matchMedia("(min-width: 62.5625em)");

  function fit() { details.open = beside.matches; }

  function fold(returning) {
    if (beside.matches || !details.open) { return; }
    details.open = false;
    if (returning) { details.querySelector("summary").focus(); }
  }

  fit();
  beside.addListener(fit);  // Safari before 14 knows no other way
  nav.addEventListener("keydown", function (event) { if (event.key === "Escape") { fold(true); } });
  document.addEventListener("click", function (event) {
    if (event.target.closest(".contents a") || !nav.contains(event.target)) { fold(false); }
  });

  if (!window.IntersectionObserver) { return; }
  var places = [];
  nav.querySelectorAll("a").forEach(function (link) {
    var target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target) { places.push({ link: link, target: target, isPassed: false }); }
  });

  function mark() {
    var last = -1;
    places.forEach(function (place, number) { if (place.isPassed) { last = number; } });
    places.forEach(function (place, number) {
      place.link.classList.toggle("read", number <= last);
      if (number === last) {
        place.link.setAttribute("aria-current", "location");
      } else {
        place.link.removeAttribute("aria-current");
      }
    });
    here.textContent = last < 0 ? "" : places[last].link.textContent;
    nav.style.setProperty("--read", 100 * (last + 1) / places.length + "%");
    if (beside.matches) {
      nav.scrollTop = last < 0 ? 0 : places[last].link.offsetTop - nav.clientHeight / 2;
    }
  }

  // All that lies above a line a third down the window counts as passed: so no leap can miss a section.
  var observer = new IntersectionObserver(function (entries) {
    entries.forEach(function (entry) {
      places.forEach(function (place) {
        if (place.target === entry.target) { place.isPassed = entry.isIntersecting; }
      });
    });
    mark();
  }, { rootMargin: "1000000px 0px -67% 0px" });
  places.forEach(function (place) { observer.observe(place.target); });
})();
