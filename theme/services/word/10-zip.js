// ZIP without compression: what the site publishes is stored so, and so is what is written here.

const [ENTRY, LISTED, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const [ENTRY_SIZE, LISTED_SIZE, END_SIZE] = [30, 46, 22];
const DAY = 0x21; // 1980-01-01: the same content gives the same bytes
const UTF_8 = 0x800;
const MODE = 0o100644 * 65536;

const REMAINDERS = new Uint32Array(256).map((zero, number) => {
  let found = number;
  for (let bit = 0; bit < 8; bit += 1) found = found & 1 ? found >>> 1 ^ 0xedb88320 : found >>> 1;
  return found;
});

function crc32(bytes) {
  let found = 0xffffffff;
  for (let place = 0; place < bytes.length; place += 1) {
    found = found >>> 8 ^ REMAINDERS[(found ^ bytes[place]) & 255];
  }
  return (found ^ 0xffffffff) >>> 0;
}

// An error whose `code` (its message too) is a word for programs: the page says it in its own.
function fault(code) {
  const error = new Error(code);
  error.code = code;
  return error;
}

function endOf(view) {
  const first = Math.max(0, view.byteLength - END_SIZE - 0xffff);
  for (let place = view.byteLength - END_SIZE; place >= first; place -= 1) {
    if (view.getUint32(place, true) === END) return place;
  }
  throw fault("damaged");
}

function entryAt(view, place) {
  const packed = view.getUint16(place + 10, true);
  const [sum, size, whole] = [16, 20, 24].map((offset) => view.getUint32(place + offset, true));
  const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(place + offset, true));
  const local = view.getUint32(place + 42, true);
  if (view.getUint32(place, true) !== LISTED || view.getUint32(local, true) !== ENTRY) throw fault("damaged");
  if (packed || size !== whole) throw fault("damaged");
  const start = local + ENTRY_SIZE + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const data = new Uint8Array(view.buffer, start, size);
  if (crc32(data) !== sum) throw fault("damaged");
  const named = new Uint8Array(view.buffer, place + LISTED_SIZE, name);
  return { name: new TextDecoder().decode(named), data, next: place + LISTED_SIZE + name + extra + comment };
}

// Gives [{name, data}]; whatever is no such file is "damaged".
function unzipped(buffer) {
  try {
    const view = new DataView(buffer);
    const end = endOf(view);
    const found = [];
    let place = view.getUint32(end + 16, true);
    for (let count = view.getUint16(end + 10, true); count > 0; count -= 1) {
      const entry = entryAt(view, place);
      found.push(entry);
      place = entry.next;
    }
    return found;
  } catch (outside) { // beyond the end of the file
    throw fault("damaged");
  }
}

function header(size, words) {
  const view = new DataView(new ArrayBuffer(size));
  words.forEach((word) => {
    const [place, value, isLong] = word;
    if (isLong) view.setUint32(place, value, true); else view.setUint16(place, value, true);
  });
  return view.buffer;
}

// Of an entry: version, flags, method, day, sum, sizes and the name's length, from `place` on.
function described(place, data, name) {
  return [
    [place, 20], [place + 2, UTF_8], [place + 8, DAY], [place + 10, crc32(data), true],
    [place + 14, data.length, true], [place + 18, data.length, true], [place + 22, name.length],
  ];
}

// Gives the pieces of a ZIP, for a Blob.
function zipped(entries) {
  const [files, list] = [[], []];
  let [place, size] = [0, 0];
  entries.forEach((entry) => {
    const name = new TextEncoder().encode(entry.name);
    files.push(header(ENTRY_SIZE, [[0, ENTRY, true]].concat(described(4, entry.data, name))), name, entry.data);
    list.push(header(LISTED_SIZE, [
      [0, LISTED, true], [4, 3 << 8 | 20], [38, MODE, true], [42, place, true],
    ].concat(described(6, entry.data, name))), name);
    place += ENTRY_SIZE + name.length + entry.data.length;
    size += LISTED_SIZE + name.length;
  });
  const count = entries.length;
  return files.concat(list, header(END_SIZE, [
    [0, END, true], [8, count], [10, count], [12, size, true], [16, place, true],
  ]));
}
