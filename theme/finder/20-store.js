// The finder's files, below the address of the site's root, which ends with "/".
//
//   getManifest()   what names all other files
//   getJson(key)    the value whose name the manifest tells under `key`: getJson("columns")
//   getBytes(name)  a binary file
//   getFile(name)   the JSON of a file that another one names
//   fresh(use)      use(manifest), and once more with a newer manifest when a file was gone
//
// All give promises, and are asked for again only after a failure. Errors have a `reason`:
//   "stale"       files are gone and the site has other rows by now: open everything anew
//   "offline"     no answer at all
//   "failed"      any other status, or bytes that make no sense

let rootAddress = "";
let kept;
let isRenewed;

// Forgets all files.
function openStore() {
  kept = {};
  isRenewed = false;
}

// Shares a promise; a failure is not kept.
function keep(key, make) {
  const from = kept;
  return from[key] = from[key] || make().catch((error) => {
    delete from[key];
    throw error.reason ? error : { reason: "failed" };
  });
}

function load(path, cache) {
  return fetch(`${rootAddress}search/${path}`, cache ? { cache } : {}).then((answer) => {
    if (answer.ok) return answer;
    throw { reason: !cache && /404|410/.test(answer.status) ? "stale" : "failed" };
  }, () => { throw { reason: "offline" }; });
}

const jsonOf = (answer) => answer.json();
const loadManifest = (key, cache) => keep(key, () => load("index.json", cache).then(jsonOf));
const getManifest = () => loadManifest("", "no-cache");

const loadBytes = (name) => load(`data/${name}.bin`).then((answer) => answer.arrayBuffer())
  .then((buffer) => new Uint8Array(buffer));
const getBytes = (name) => keep(name, () => loadBytes(name));

const getFile = (name) => keep(`=${name}`, () => (
  typeof DecompressionStream === "undefined" ? load(`data/${name}.json`) : loadBytes(name).then((bytes) => {
    const answer = new Response(bytes);
    // A server or a proxy may have unpacked it already.
    return bytes[0] !== 31 || bytes[1] !== 139 ? answer
      : new Response(answer.body.pipeThrough(new DecompressionStream("gzip")));
  })).then(jsonOf));
const getJson = (key) => fresh((manifest) => getFile(manifest[key]));

function fresh(use) {
  return getManifest().then((seen) => use(seen).catch((error) => {
    if (error.reason !== "stale") throw error;
    return getManifest().then((now) => {
      if (now !== seen) return now; // another file's failure came first
      if (isRenewed) throw error;
      return loadManifest("new", "reload").then((next) => {
        isRenewed = true;
        if (next.columns !== seen.columns) throw error;
        kept[""] = kept.new;
        return next;
      });
    }).then(use);
  }));
}
