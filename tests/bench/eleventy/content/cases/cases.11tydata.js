module.exports = { layout: "case.11ty.js", permalink: (data) => `/cases/${data.id}/index.html` };
