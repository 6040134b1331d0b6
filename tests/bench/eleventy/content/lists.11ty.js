const views = require("../_includes/views.js");

module.exports = class {
  data() {
    return {
      pagination: { data: "collections.lists", size: 1, alias: "list" },
      permalink: (data) => `${data.list.url}index.html`,
      eleventyExcludeFromCollections: true,
    };
  }

  render(data) {
    return views[data.list.kind](data.list);
  }
};
