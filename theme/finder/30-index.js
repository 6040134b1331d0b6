// The index of the texts: which documents of a kind hold a word. `shards.py` describes the files.
//
//   count(kind)              how many documents there are
//   findWord(kind, folded)   {has, exact}: for every document 0 not, 1 yes, 2 often; an answer that is
//                            not exact may hold too many, never too few. It is shared: do not write to it.
function openIndex(store) {
  const BETWEEN = "\u00b7";
  const words = new Map();
  const shards = new Map();

  // The highest bits first: 32 of them from any place on; zeros follow the end.
  const bitsAt = (bytes, at) => {
    const i = at >> 3;
    const four = (bytes[i] << 24) | (bytes[i + 1] << 16) | (bytes[i + 2] << 8) | bytes[i + 3];
    return ((four << (at & 7)) | (bytes[i + 4] >> (8 - (at & 7)))) >>> 0;
  };
  const log2 = (value) => 31 - Math.clz32(value);
  const ensure = (isSound) => {
    if (!isSound) throw finderError("failed", "shard");
  };

  // Gives find(first, last, result): notes in `result` the documents of all keys between the two.
  const openShard = (bytes, firstKey, documents) => {
    const view = new DataView(bytes.buffer);
    ensure(bytes.length > 8);
    const size = view.getUint32(0, true);
    const length = view.getUint32(4, true);
    ensure(size && 8 + length <= bytes.length && size < length * 8);
    const low = bytes.subarray(8 + length);

    // Where the ones of the first stream stand: a count is the distance of one to the one before.
    const ones = new Int32Array(length * 8 + 1);
    let found = 1;
    ones[0] = -1;
    for (let i = 0; i < length; i++)
      for (let byte = bytes[8 + i]; byte; ) {
        const place = Math.clz32(byte) - 24;
        ones[found++] = i * 8 + place;
        byte &= 127 >> place;
      }
    const count = (i) => ones[i + 1] - ones[i] - 1;

    let number = 0;
    let bit = 0;
    const next = (order) => {
      const width = count(number++) + order;
      ensure(width < 32);
      const value = width && bitsAt(low, bit) >>> (32 - width);
      bit += width;
      return value + ((1 << width) >>> 0) - (1 << order);
    };
    const keys = [];
    let key = firstKey - 1;
    for (let i = 0; i < size; i++) {
      key += next(4) + 1;
      keys.push([key, next(0) + 1, next(0)]);
    }
    // Of a set, all that must be known to read it: [size, universe, written, order, number, bit].
    const set = (members, universe) => {
      const few = Math.min(members, universe - members);
      const order = few && log2((universe - few) / few);
      const made = [members, universe, few, order, number, bit];
      number += few;
      bit += few * order;
      ensure(few >= 0);
      return made;
    };
    keys.forEach((one) => one.push(set(one[1], documents), set(one[2], one[1])));
    ensure(number === found - 1 && (bit + 7) >> 3 === low.length);

    const membersOf = (set) => {
      const members = new Int32Array(set[2]);
      const order = set[3];
      let value = -1;
      let at = set[5];
      for (let i = 0; i < set[2]; i++) {
        value += (count(set[4] + i) << order) + (order && bitsAt(low, at) >>> (32 - order)) + 1;
        at += order;
        members[i] = value;
      }
      ensure(value < set[1]);
      if (set[2] === set[0]) return members;
      const isMissing = new Uint8Array(set[1]);
      members.forEach((member) => (isMissing[member] = 1));
      return new Int32Array(set[1]).map((zero, member) => member).filter((member) => !isMissing[member]);
    };
    return (first, last, result) =>
      keys.forEach((one) => {
        if (one[0] < first || one[0] > last) return;
        const found = membersOf(one[3]);
        found.forEach((document) => (result[document] = result[document] || 1));
        membersOf(one[4]).forEach((place) => (result[found[place]] = 2));
      });
  };

  // What a document must have: of each span of keys one. The rules are those of `keys.py`.
  const spansOf = (word) => {
    const spans = [];
    word.split(BETWEEN).forEach((run, place, runs) => {
      const isThree = (i) => /^[0-9a-z]{3}$/.test(run.substr(i, 3));
      const add = (first, last) => spans.push([first, last || first]);
      const first = run.charCodeAt(0) * 65536;
      if (run.length === 1) add(first, place + 1 < runs.length ? first : first + 65535);
      else
        for (let i = 0; i < run.length; i++)
          if (isThree(i)) add(65536 + parseInt(run.substr(i, 3), 36));
          else if (i + 1 < run.length && !isThree(i - 1)) add(run.charCodeAt(i) * 65536 + run.charCodeAt(i + 1));
    });
    return spans;
  };

  const shared = (map, key, make) => {
    if (!map.has(key)) {
      const promise = make();
      map.set(key, promise);
      promise.catch(() => map.delete(key));
    }
    return map.get(key);
  };

  // The shards that may hold keys from `first` to `last`, each as [name, first key].
  const shardsFor = (bytes, first, last) => {
    const view = new DataView(bytes.buffer);
    ensure(bytes.length % 10 === 0);
    const found = [];
    for (let at = bytes.length - 10; at >= 0; at -= 10) {
      const key = view.getUint32(at, true);
      if (key > last) continue;
      let name = "";
      for (let i = at + 4; i < at + 10; i++) name += (bytes[i] + 256).toString(16).slice(1);
      found.push([name, key]);
      if (key <= first) break;
    }
    return found;
  };

  const inSegment = (segment, spans, has) =>
    store.bytes(segment.directory).then((directory) =>
      Promise.all(
        spans.map((span) => {
          const found = new Uint8Array(segment.count);
          const asked = shardsFor(directory, span[0], span[1]).map((shard) =>
            shared(shards, shard[0] + "/" + segment.count, () =>
              store.bytes(shard[0]).then((bytes) => openShard(bytes, shard[1], segment.count))
            ).then((mark) => mark(span[0], span[1], found))
          );
          return Promise.all(asked).then(() => {
            found.forEach((is, i) => {
              has[segment.first + i] = Math.min(has[segment.first + i], is);
            });
          });
        })
      )
    );

  const segmentsOf = (manifest, kind) => manifest.segments.filter((segment) => segment.kind === kind);
  const total = (segments) => segments.reduce((sum, segment) => sum + segment.count, 0);

  return {
    count: (kind) => store.manifest().then((manifest) => total(segmentsOf(manifest, kind))),
    findWord: (kind, folded) =>
      shared(words, kind + " " + folded, () =>
        store.fresh((manifest) => {
          const segments = segmentsOf(manifest, kind);
          const spans = spansOf(folded);
          const has = new Uint8Array(total(segments)).fill(2);
          const exact = /^([^\u00b7]{0,2}|[0-9a-z]{3})$/.test(folded);
          return Promise.all(segments.map((segment) => inSegment(segment, spans, has))).then(() => ({ has, exact }));
        })
      ),
  };
}
