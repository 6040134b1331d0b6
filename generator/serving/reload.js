/* Part of every page of the live preview. Waits for a change: an old page is loaded again where it
   was scrolled to, what is wrong is shown over it. Only a page that is looked at waits: a browser
   opens few connections to one host. */
(function () {
  "use strict";

  const script = document.currentScript;
  const site = script.dataset.site;
  const isOwn = "own" in script.dataset;
  const PLACE = "biaogan.preview.place";
  const RETRY = 1000;
  let state = script.dataset.state;
  let request = null;
  let timer = 0;
  let panel = null;

  function element(name, className, text) {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  }

  function remember() {
    try {
      sessionStorage.setItem(PLACE, JSON.stringify([location.href, scrollX, scrollY]));
    } catch (error) {
      // Storage is closed: the page begins at its top.
    }
  }

  function recall() {
    try {
      const place = JSON.parse(sessionStorage.getItem(PLACE));
      sessionStorage.removeItem(PLACE);
      return place && place[0] === location.href ? place : null;
    } catch (error) {
      return null;
    }
  }

  function goBack(place) {
    if (place) window.scrollTo(place[1], place[2]);
  }

  function loadAgain() {
    remember();
    location.reload();
  }

  function close() {
    if (panel) panel.remove();
    panel = null;
  }

  function show(answer) {
    close();
    const words = answer.words;
    panel = element("section", "biaogan-panel", "");
    panel.setAttribute("role", "alert");
    const button = element("button", "biaogan-close", words.close);
    button.type = "button";
    button.addEventListener("click", close);
    panel.appendChild(button);
    panel.appendChild(element("p", "biaogan-heading", words.heading));
    panel.appendChild(element("p", "", words.lead));
    const list = panel.appendChild(element("ul", "biaogan-problems", ""));
    for (const problem of answer.problems) {
      const row = list.appendChild(element("li", "", ""));
      if (problem.place) row.appendChild(element("b", "", problem.place));
      row.appendChild(element("span", "", problem.message));
      if (problem.hint) row.appendChild(element("small", "", words.hint + problem.hint));
    }
    if (words.more) panel.appendChild(element("p", "", words.more));
    document.body.appendChild(panel);
  }

  function take(answer) {
    if (answer.site !== site || (isOwn && answer.state !== state)) {
      loadAgain();
      return;
    }
    const isNew = answer.state !== state;
    state = answer.state;
    if (!isOwn && isNew && answer.problems.length) show(answer);
    else if (!answer.problems.length) close();
    ask(state);
  }

  function later() {
    request = null;
    clearTimeout(timer);
    timer = setTimeout(() => ask(state), RETRY);
  }

  function ask(since) {
    clearTimeout(timer);
    if (request) request.abort();
    request = null;
    if (document.visibilityState !== "visible") return;
    const asked = new XMLHttpRequest();
    request = asked;
    asked.open("GET", "/.biaogan/changes?since=" + encodeURIComponent(since));
    asked.onload = () => {
      let answer = null;
      try {
        answer = JSON.parse(asked.responseText);
      } catch (error) {
        // Another program answers at this address now.
      }
      if (answer && answer.words) take(answer);
      else later();
    };
    asked.onerror = later;
    asked.send();
  }

  document.addEventListener("visibilitychange", () => ask(state));
  document.addEventListener("keydown", event => {
    if (event.key === "Escape") close();
  });
  window.addEventListener("pageshow", event => {
    if (event.persisted) ask(state);
  });

  const place = recall();
  goBack(place);
  // Again when pictures have taken their room, unless the reader has moved on.
  const now = scrollY;
  window.addEventListener("load", () => {
    if (scrollY === now) goBack(place);
  });
  ask(state);
})();
