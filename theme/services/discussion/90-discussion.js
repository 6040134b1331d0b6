// The discussion below a case: nothing is asked of anybody before the click.

function startDiscussion(root) {
  const words = root.dataset;
  const one = (selector) => root.querySelector(selector);
  const said = one(".said");
  const again = one(".again");
  const thread = one(".thread");
  let client = null;
  let hasListed = false;
  let isGuarded = false;

  function say(what) {
    hasListed = hasListed || what === "listed";
    root.dataset.state = what;
    said.textContent = what === "listed" ? "" : words[what];
    again.hidden = what !== "failed";
    thread.hidden = !hasListed;
  }

  // The client as plain as it can be: no picture, no search, no counter asks another host.
  function begin() {
    if (!window.Waline) return say("old");
    if (client) client.destroy();
    client = window.Waline.init({
      el: thread,
      serverURL: words.discussion,
      path: words.case,
      lang: "zh-CN",
      locale: { sofa: words.empty, comment: words.field, placeholder: words.field, nickError: words.nameless, admin: words.office, refresh: words.retry },
      meta: ["nick"],
      requiredMeta: ["nick"],
      dark: false,
      emoji: false,
      search: false,
      imageUploader: false,
      highlighter: false,
      texRenderer: false,
      reaction: false,
      comment: false,
      pageview: false,
      noCopyright: true,
      noRss: true,
    });
    return mend(thread, words);
  }

  function open() {
    one(".closed").hidden = true;
    one("h2").focus();
    say("opening");
    if (!isGuarded) guard(words.discussion, words, say);
    isGuarded = true;
    load(words).then(begin).catch(() => say("failed"));
  }

  askInOurWords(thread, words);
  one(".open").addEventListener("click", open);
  again.addEventListener("click", open);
}

const discussion = document.querySelector("[data-discussion]");
if (discussion) startDiscussion(discussion);
