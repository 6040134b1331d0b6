// The index of the texts: which documents of a kind hold a word. `shards.py` describes the files.

// The highest bits first; zeros follow the end.
function bitAt(bytes, at) {
  return bytes[at >> 3] >> (7 - (at & 7)) & 1;
}

function ensure(isSound) {
  if (!isSound) refuse("failed");
}

// Gives mark(first, last, result): notes in `result` the documents of all keys between the two.
function openShard(bytes, key, documents) {
  ensure(bytes.length > 7);
  const [size, length] = new Uint32Array(bytes.buffer, 0, 2);
  const end = 64 + length * 8;
  let ones = [63]; // where they stand in the first stream: a count is the distance to the one before
  let number = 0;
  let bit = end;
  const count = () => ones[number + 1] - ones[number++] - 1;
  const bits = (width) => {
    let value = 0;
    while (width--) value = value * 2 + bitAt(bytes, bit++);
    return value;
  };
  const next = (order) => {
    const width = count() + order;
    ensure(width < 32);
    return bits(width) + ((1 << width) >>> 0) - (1 << order);
  };
  // The members of the next set, if they are wanted.
  const nextSet = (members, universe, isWanted) => {
    const few = Math.min(members, universe - members);
    const order = few && 31 - Math.clz32((universe - few) / few);
    const written = [];
    let value = -1;
    ensure(few >= 0);
    if (isWanted) {
      while (written.length < few) written.push(value += (count() << order) + bits(order) + 1);
    } else {
      number += few;
      bit += few * order;
    }
    ensure(value < universe);
    if (few === members || !isWanted) return written;
    const missing = new Set(written);
    return Array.from(Array(universe).keys()).filter((member) => !missing.has(member));
  };

  ensure(end <= bytes.length * 8 && size < end);
  for (let at = 64; at < end; at++) if (bitAt(bytes, at)) ones.push(at);
  ones = Uint32Array.from(ones);
  key--;
  const keys = Array.from({ length: size }, () => [key += next(4) + 1, next(0) + 1, next(0)]);
  const firstBit = bit;
  return (first, last, result) => {
    number = 3 * size;
    bit = firstBit;
    keys.forEach(([key, some, often]) => {
      const isWanted = key >= first && key <= last;
      const found = nextSet(some, documents, isWanted);
      found.forEach((document) => { result[document] = result[document] || 1; });
      nextSet(often, some, isWanted).forEach((place) => { result[found[place]] = 2; });
    });
    ensure(number === ones.length - 1 && (bit + 7) >> 3 === bytes.length);
  };
}

// What a document must have: of each span of keys one. The rules are those of `keys.py`.
function spansOf(word) {
  const spans = [];
  word.split("·").forEach((run, place, runs) => {
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
}

// The shards that may hold keys from `first` to `last`, each as [name, first key].
function shardsFor(bytes, first, last) {
  const view = new DataView(bytes.buffer);
  const found = [];
  ensure(bytes.length % 10 === 0);
  for (let at = bytes.length, key = last + 1; at && key > first;) {
    at -= 10;
    key = view.getUint32(at, true);
    if (key <= last) found.push([Array.from(bytes.subarray(at + 4, at + 10), (byte) => (byte + 256).toString(16).slice(1)).join(""), key]);
  }
  return found;
}

// Promises for every document 0 not, 1 yes, 2 marked. Too many may be held to have the word, never too
// few. It is shared: do not write to it. A kind that has no texts gives none.
const findWord = (kind, folded) => keep(`${kind} ${folded}`, () => fresh((manifest) => {
  const has = [];
  return Promise.all(manifest.segments.filter((segment) => segment.kind === kind).map((segment) => (
    getBytes(segment.directory).then((directory) => Promise.all(spansOf(folded).map(([first, last]) => {
      const found = new Uint8Array(segment.count);
      return Promise.all(shardsFor(directory, first, last).map(([name, key]) => (
        keep(`${name}/${segment.count}`, () => loadBytes(name).then((bytes) => openShard(bytes, key, segment.count)))
          .then((mark) => mark(first, last, found))
      ))).then(() => found);
    }))).then((all) => all.reduce((one, two) => one.map((is, i) => Math.min(is, two[i])))
      .forEach((is, i) => { has[segment.first + i] = is; }))
  ))).then(() => has);
}));
