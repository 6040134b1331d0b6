// QR codes (ISO/IEC 18004): bytes, error correction level M, versions 1 to 10, which hold 213 bytes.

// For each version: code words of correction in a block, and how many data words each block holds.
const QR_BLOCKS = [
  [10, [16]], [16, [28]], [26, [44]], [18, [32, 32]], [24, [43, 43]], [16, [27, 27, 27, 27]],
  [18, [31, 31, 31, 31]], [22, [38, 38, 39, 39]], [22, [36, 36, 36, 37, 37]], [26, [43, 43, 43, 43, 44]],
];
const QR_ALIGNED = [[], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50]];

// The field of 256 elements that the correction reckons in.
const QR_EXP = [];
const QR_LOG = [];
for (let power = 0, value = 1; power < 255; power++) {
  QR_EXP[power] = value;
  QR_LOG[value] = power;
  value = value & 128 ? (value << 1) ^ 285 : value << 1;
}
const qrTimes = (left, right) => (left && right ? QR_EXP[(QR_LOG[left] + QR_LOG[right]) % 255] : 0);

// The correction words of a block: what is left of it after a division.
function qrCorrection(data, count) {
  let divisor = [1];
  for (let power = 0; power < count; power++) {
    const longer = divisor.concat(0);
    divisor.forEach((value, place) => { longer[place + 1] ^= qrTimes(value, QR_EXP[power]); });
    divisor = longer;
  }
  const rest = data.concat(divisor.slice(1).map(() => 0));
  data.forEach((unused, place) => {
    const lead = rest[place];
    divisor.forEach((value, step) => { rest[place + step] ^= qrTimes(value, lead); });
  });
  return rest.slice(data.length);
}

function qrBytes(text) {
  return Array.prototype.map.call(unescape(encodeURIComponent(text)), (character) => character.charCodeAt(0));
}

const qrSum = (numbers) => numbers.reduce((sum, number) => sum + number, 0);

// The data words of a version: mode, length, bytes, and what fills the rest. Null where they have no room.
function qrData(bytes, version) {
  const room = qrSum(QR_BLOCKS[version - 1][1]);
  const bits = [];
  const put = (value, length) => {
    for (let bit = length - 1; bit >= 0; bit--) bits.push((value >> bit) & 1);
  };
  put(4, 4);
  put(bytes.length, version < 10 ? 8 : 16);
  bytes.forEach((byte) => put(byte, 8));
  if (bits.length > 8 * room) return null;
  put(0, 4);
  // The codes that are drawn when the site is built have this empty word: one address, one picture.
  if (bits.length < 8 * room) put(0, 8);
  for (let filler = 236; bits.length < 8 * room; filler ^= 236 ^ 17) put(filler, 8);
  const words = [];
  for (let place = 0; place < bits.length; place += 8) words.push(parseInt(bits.slice(place, place + 8).join(""), 2));
  return words;
}

// All words in the order in which they are drawn: the blocks word by word, then their correction.
function qrWords(data, version) {
  const [count, sizes] = QR_BLOCKS[version - 1];
  let from = 0;
  const blocks = sizes.map((size) => data.slice(from, from += size));
  const corrections = blocks.map((block) => qrCorrection(block, count));
  const woven = [];
  [blocks, corrections].forEach((parts) => {
    for (let place = 0; place < Math.max(...parts.map((part) => part.length)); place++) {
      parts.forEach((part) => { if (place < part.length) woven.push(part[place]); });
    }
  });
  return woven;
}

// What stands in every code of a version; null where data go. Format and version are left light.
function qrFrame(version) {
  const size = 17 + 4 * version;
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => null));
  const square = (top, left, radius, isDark) => {
    for (let y = -radius; y <= radius; y++) {
      for (let x = -radius; x <= radius; x++) {
        if (rows[top + y] && rows[top + y][left + x] !== undefined) rows[top + y][left + x] = isDark(Math.max(Math.abs(x), Math.abs(y)));
      }
    }
  };
  for (let place = 0; place < size; place++) {
    rows[6][place] = place % 2 ? 0 : 1;
    rows[place][6] = place % 2 ? 0 : 1;
  }
  [[3, 3], [3, size - 4], [size - 4, 3]].forEach(([top, left]) => square(top, left, 4, (ring) => (ring === 2 || ring === 4 ? 0 : 1)));
  const aligned = QR_ALIGNED[version - 1];
  const last = aligned.length - 1;
  aligned.forEach((top, row) => aligned.forEach((left, column) => {
    const isCorner = (!row && (!column || column === last)) || (row === last && !column);
    if (!isCorner) square(top, left, 2, (ring) => (ring === 1 ? 0 : 1));
  }));
  qrFormat(rows, 0, 0);
  if (version > 6) qrVersion(rows, 0);
  return rows;
}

// The bits of a number with those that guard it.
function qrGuarded(value, divisor, length) {
  let rest = value << length;
  const top = 31 - Math.clz32(divisor);
  while (rest && 31 - Math.clz32(rest) >= top) rest ^= divisor << (31 - Math.clz32(rest) - top);
  return (value << length) | rest;
}

function qrFormat(rows, bits, alwaysDark) {
  const size = rows.length;
  for (let bit = 0; bit < 15; bit++) {
    const dark = (bits >> bit) & 1;
    const down = bit < 6 ? bit : bit < 8 ? bit + 1 : size - 15 + bit;
    const across = bit < 8 ? size - 1 - bit : bit === 8 ? 7 : 14 - bit;
    rows[down][8] = dark;
    rows[8][across] = dark;
  }
  rows[size - 8][8] = alwaysDark;
}

function qrVersion(rows, bits) {
  for (let bit = 0; bit < 18; bit++) {
    const near = Math.floor(bit / 3);
    const far = rows.length - 11 + (bit % 3);
    rows[near][far] = (bits >> bit) & 1;
    rows[far][near] = (bits >> bit) & 1;
  }
}

const QR_MASKS = [
  (y, x) => (y + x) % 2, (y) => y % 2, (y, x) => x % 3, (y, x) => (y + x) % 3,
  (y, x) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2, (y, x) => ((y * x) % 2) + ((y * x) % 3),
  (y, x) => (((y * x) % 2) + ((y * x) % 3)) % 2, (y, x) => (((y + x) % 2) + ((y * x) % 3)) % 2,
];

// The frame with the words in it, from the right edge up and down in columns of two, under a mask.
function qrFilled(version, words, mask) {
  const rows = qrFrame(version);
  const size = rows.length;
  const isFree = rows.map((row) => row.map((module) => module === null));
  let bit = 0;
  for (let right = size - 1, isUp = true; right > 0; right -= 2, isUp = !isUp) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      const y = isUp ? size - 1 - step : step;
      [right, right - 1].filter((x) => isFree[y][x]).forEach((x) => {
        const word = words[bit >> 3] || 0;
        rows[y][x] = ((word >> (7 - (bit & 7))) & 1) ^ (QR_MASKS[mask](y, x) === 0 ? 1 : 0);
        bit += 1;
      });
    }
  }
  return rows;
}

// How hard a code is to read: long runs, blocks of one colour, what looks like a corner, and imbalance.
function qrPenalty(rows) {
  const columns = rows.map((row, x) => rows.map((other) => other[x]));
  let penalty = 0;
  rows.concat(columns).forEach((line) => {
    const text = line.join("");
    (text.match(/0{5,}|1{5,}/g) || []).forEach((run) => { penalty += run.length - 2; });
    for (let place = text.indexOf("1011101"); place >= 0;) {
      const isAlone = /^0*$/.test(text.slice(Math.max(0, place - 4), place)) || /^0*$/.test(text.slice(place + 7, place + 11));
      if (isAlone) penalty += 40;
      place = text.indexOf("1011101", place + (isAlone ? 7 : 4));
    }
  });
  for (let y = 1; y < rows.length; y++) {
    for (let x = 1; x < rows.length; x++) {
      const sum = rows[y][x] + rows[y - 1][x] + rows[y][x - 1] + rows[y - 1][x - 1];
      if (sum % 4 === 0) penalty += 3;
    }
  }
  const dark = qrSum(rows.map(qrSum)) / (rows.length * rows.length);
  return penalty + 10 * Math.floor(Math.abs(dark * 100 - 50) / 5);
}

// The modules of a text as rows of 0 and 1; null where it is too long for version 10.
function qrMatrix(text) {
  const bytes = qrBytes(text);
  for (let version = 1; version <= 10; version++) {
    const data = qrData(bytes, version);
    if (data) {
      const words = qrWords(data, version);
      const made = QR_MASKS.map((unused, mask) => qrFilled(version, words, mask));
      const penalties = made.map(qrPenalty);
      const best = penalties.indexOf(Math.min(...penalties));
      qrFormat(made[best], qrGuarded(best, 1335, 10) ^ 21522, 1); // level M is 00
      if (version > 6) qrVersion(made[best], qrGuarded(version, 7973, 12));
      return made[best];
    }
  }
  return null;
}
