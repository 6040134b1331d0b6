// The finder's files. `base` is the address of the site's root and ends with "/".
//
//   manifest()    what names all other files
//   json(key)     the value whose name the manifest tells under `key`: json("columns")
//   bytes(name)   a binary file
//   file(name)    the JSON of a file that another one names
//   fresh(use)    use(manifest), and once more with a newer manifest when a file was gone
//
// All give promises, and are asked for again only after a failure. Errors have a `reason`:
//   "stale"       files are gone and the site has other rows by now: open everything anew
//   "offline"     no answer at all
//   "failed"      any other status, or bytes that make no sense
function finderError(reason, message) {
  const error = new Error(message || reason);
  error.reason = reason;
  return error;
}

function openStore(base) {
  const kept = new Map();
  let isRenewed = false;

  // Shares a promise; a failure is not kept.
  const keep = (key, make) => {
    if (!kept.has(key)) {
      const promise = make().catch((error) => {
        kept.delete(key);
        throw error.reason ? error : finderError("failed", error.message);
      });
      kept.set(key, promise);
    }
    return kept.get(key);
  };

  const load = (path, cache) =>
    fetch(base + "search/" + path, cache ? { cache } : {}).then(
      (answer) => {
        if (answer.ok) return answer;
        const isGone = !cache && /404|410/.test(answer.status);
        throw finderError(isGone ? "stale" : "failed", path + ": " + answer.status);
      },
      () => {
        throw finderError("offline", path);
      }
    );

  const loadManifest = (key, cache) => keep(key, () => load("index.json", cache).then((answer) => answer.json()));

  const loadBytes = (name) =>
    load("data/" + name + ".bin")
      .then((answer) => answer.arrayBuffer())
      .then((buffer) => new Uint8Array(buffer));

  const loadValue = (name) => {
    if (typeof DecompressionStream === "undefined")
      return load("data/" + name + ".json").then((answer) => answer.json());
    return loadBytes(name).then((bytes) => {
      const answer = new Response(bytes);
      // A server or a proxy may have unpacked it already.
      if (bytes[0] !== 31 || bytes[1] !== 139) return answer.json();
      return new Response(answer.body.pipeThrough(new DecompressionStream("gzip"))).json();
    });
  };

  const manifest = () => loadManifest("", "no-cache");

  const renewed = (seen) =>
    manifest().then((now) => {
      if (now !== seen) return now; // another file's failure came first
      if (isRenewed) throw finderError("stale");
      return loadManifest("new", "reload").then((next) => {
        isRenewed = true;
        if (next.columns !== seen.columns) throw finderError("stale");
        kept.set("", kept.get("new"));
        return next;
      });
    });

  const fresh = (use) =>
    manifest().then((now) =>
      use(now).catch((error) => {
        if (error.reason !== "stale") throw error;
        return renewed(now).then(use);
      })
    );

  return {
    manifest,
    fresh,
    bytes: (name) => keep(name, () => loadBytes(name)),
    file: (name) => keep(name + "=", () => loadValue(name)),
    json: (key) => fresh((now) => keep(key + "=", () => loadValue(now[key]))),
  };
}
