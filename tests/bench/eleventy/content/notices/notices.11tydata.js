module.exports = { layout: "notice.11ty.js", permalink: (data) => `/notices/${data.id}/index.html` };
