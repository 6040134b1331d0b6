// The server of the discussion from its npm package, with comments in memory.
//
// Its own databases are another program or a compiled module; the package lets whoever starts it
// give the storage instead (`model`), and everything else is the server as it is published.
// `node discussion_server.js NODE_MODULES [PORT]` prints the port that it listens to.

const http = require("node:http");
const path = require("node:path");

// It would ask a host of its makers which logins there are, at every request.
process.env.OAUTH_URL = 'data:application/json,{"services":[]}';
process.env.IPQPS = "0"; // seconds between two comments of a reader
process.env.SQLITE_PATH = "never opened";

const tables = new Map();

// A condition is a value, ["IN", values] or ["NOT IN", values]; others hold for every row.
function holds(row, where) {
  return Object.entries(where || {}).every(([key, wanted]) => {
    if (key === "_complex" || wanted === undefined) return true;
    if (!Array.isArray(wanted)) return String(row[key]) === String(wanted);
    const [relation, value] = wanted;
    if (relation === "IN") return value.map(String).includes(String(row[key]));
    if (relation === "NOT IN") return !value.includes(row[key]);
    return relation !== ">" || row[key] > value;
  });
}

function table(name) {
  if (!tables.has(name)) tables.set(name, []);
  const rows = tables.get(name);
  const found = (where) => rows.filter((row) => holds(row, where));
  return {
    select: async (where, options) => (options && options.desc ? found(where).reverse() : found(where)).map((row) => ({ ...row })),
    count: async (where) => found(where).length,
    add: async (data) => {
      const row = { ...data, objectId: rows.length + 1, createdAt: new Date(), updatedAt: new Date() };
      rows.push(row);
      return { ...row };
    },
    update: async (data, where) => found(where).map((row) => Object.assign(row, typeof data === "function" ? data(row) : data)),
    delete: async (where) => found(where).forEach((row) => rows.splice(rows.indexOf(row), 1)),
  };
}

const waline = require(path.join(process.argv[2], "@waline/vercel"));
const server = http.createServer(waline({ env: "production", model: table }));
server.listen(Number(process.argv[3] || 0), "127.0.0.1", () => console.log(`port ${server.address().port}`));
process.stdin.resume();
process.stdin.on("end", () => process.exit()); // it ends with the test that started it
