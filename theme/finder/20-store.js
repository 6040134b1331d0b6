// The finder's files, below the address of the site's root, which ends with "/".
//
//   getManifest()   what names all other files
//   getJson(key)    the value whose name the manifest tells under `key`: getJson("columns")
//   getBytes(name)  a binary file
//   getFile(name)   the JSON of a file that another one names
//   fresh(use)      use(manifest), and once more with a newer manifest when a file was gone
//
// All give promises, and are asked for again only after a failure. An error without a `reason` is a
// fault of ours, and the console shall say so. Reasons:
//   "stale"       files are gone and the site has other rows by now: open everything anew
//   "offline"     no answer at all
//   "failed"      any other status, or bytes that make no sense
//   "dropped"     nobody waits for it any more

let rootAddress = "";
let kept;

// Forgets all files.
function openStore() {
  kept = { pages: {} }; // the texts of pages apart: they grow and are forgotten
}

function refuse(reason) {
  throw { reason };
}

// For a failure that nobody need be told of.
function forgive(error) {
  if (!error.reason) throw error;
}

// Shares a promise; a failure is not kept. Of more than `most` all are forgotten.
function keep(key, make, from = kept, most) {
  const keys = Object.keys(from);
  if (keys.length > most) keys.forEach((one) => delete from[one]);
  return from[key] = from[key] || make().catch((error) => {
    delete from[key];
    throw error;
  });
}

// `read` is what is done with the answer: a method's name.
function load(path, read, cache) {
  return fetch(rootAddress + path, cache ? { cache } : {}).then((answer) => {
    if (!answer.ok) refuse(!cache && /404|410/.test(answer.status) ? "stale" : "failed");
    return answer[read]().catch(() => refuse("failed"));
  }, () => refuse("offline"));
}

const getManifest = (from, key = "", cache = "no-cache") => keep(key, () => load("search/index.json", "json", cache), from);

const loadBytes = (name) => load(`search/data/${name}.bin`, "arrayBuffer").then((buffer) => new Uint8Array(buffer));
const getBytes = (name) => keep(name, () => loadBytes(name));

const getFile = (name) => keep(`=${name}`, () => (
  typeof DecompressionStream === "undefined" ? load(`search/data/${name}.json`, "json") : loadBytes(name).then((bytes) => {
    const answer = new Response(bytes);
    // A server or a proxy may have unpacked it already.
    return (bytes[0] !== 31 || bytes[1] !== 139 ? answer
      : new Response(answer.body.pipeThrough(new DecompressionStream("gzip")))).json().catch(() => refuse("failed"));
  })));
const getJson = (key) => fresh((manifest) => getFile(manifest[key]));

// What comes late belongs to the store that was open when it was asked for.
function fresh(use) {
  const from = kept;
  return getManifest(from).then((seen) => use(seen).catch((error) => {
    if (error.reason !== "stale") throw error;
    return getManifest(from).then((now) => {
      if (now !== seen) return now; // another file's failure came first
      return getManifest(from, "new", "reload").then((next) => {
        if (next === seen || next.columns !== seen.columns) throw error;
        from[""] = from.new;
        return next;
      });
    }).then(use);
  }));
}
