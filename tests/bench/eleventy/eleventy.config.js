// Eleventy at its fastest that still shows what our pages show:
// - layouts are JavaScript functions, which it calls as they are; Liquid and Nunjucks are not run;
// - Markdown is not run through a template language first (markdownTemplateEngine: false);
// - the neighbours, the ways in and the header are made once a build;
// - all catalogue pages are planned in one collection.
const footnote = require("markdown-it-footnote");
const { lists } = require("./lists.js");
const parts = require("./_includes/parts.js");

module.exports = (config) => {
  config.setQuietMode(true);
  config.addPassthroughCopy({ assets: "assets" });
  config.amendLibrary("md", (markdown) => markdown.use(footnote).use(headings));
  config.addCollection("lists", (api) => lists(api, parts.data()));
  return {
    pathPrefix: "/biaogan/",
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
    templateFormats: ["md", "11ty.js"],
    dir: { input: "content", includes: "../_includes", data: "../data", output: "_site" },
  };
};

// Gives headings ids and notes them for the list of contents.
function headings(markdown) {
  markdown.core.ruler.push("headings", (state) => {
    const found = [];
    state.tokens.forEach((token, place) => {
      if (token.type !== "heading_open") return;
      const text = state.tokens[place + 1].content;
      const id = text.replace(/[^\p{L}\p{N}]/gu, "");
      token.attrSet("id", id);
      found.push({ level: token.tag, id, text });
    });
    parts.contents.set(state.env.page.inputPath, found);
  });
}
