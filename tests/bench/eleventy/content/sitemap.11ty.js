module.exports = class {
  data() {
    return { permalink: "/sitemap.xml", eleventyExcludeFromCollections: true };
  }

  render({ collections }) {
    const urls = [...collections.all, ...collections.lists].map(
      (page) => `<url><loc>https://example.org/biaogan${page.url}</loc></url>`,
    );
    return `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join("\n")}\n</urlset>\n`;
  }
};
