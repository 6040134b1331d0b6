// What fits on a screen is measured, and what does not is divided or made smaller.

const SMALLEST = 0.25; // em
const LEGIBLE = 0.6; // of a table, whose rows go to a further screen rather than become smaller
const LEVELS = [
  /(?:[。！？；…!?;]|\. )[”’"）」』】)]*/g,
  /[，、：,:]/g,
  /[^]/g,
];

const fits = (box) => box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1;

// Gives a box the largest type, from `most` em down, at which all that it holds fits. Tells whether any does.
function shrink(box, most, least) {
  const set = (size) => {
    box.style.fontSize = `${size}em`;
    return fits(box);
  };
  if (set(most)) return true;
  let low = least || SMALLEST;
  let high = most;
  for (let step = 0; step < 7; step++) {
    const middle = (low + high) / 2;
    if (set(middle)) low = middle;
    else high = middle;
  }
  return set(low);
}

// The places behind each match of a pattern, but for the end of the block. A formula, a code or the
// number of a note stays whole.
function stopsOf(block, pattern) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const end = block.textContent.replace(/\s+$/, "").length;
  const stops = [];
  let before = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const from = before;
    before += node.data.length;
    if (!node.parentElement.closest("math, .math, code, kbd, sup, svg, table")) {
      node.data.replace(pattern, (match, offset) => {
        const stop = offset + match.length;
        // Never inside a character of two halves.
        if (from + stop < end && !/[\udc00-\udfff]/.test(node.data.charAt(stop))) stops.push([node, stop]);
        return match;
      });
    }
  }
  return stops;
}

// The part of a block before a place, or behind it.
function partOf(block, node, offset, isRest) {
  const range = document.createRange();
  range.selectNodeContents(block);
  if (isRest) range.setStart(node, offset);
  else range.setEnd(node, offset);
  const part = block.cloneNode(false);
  part.appendChild(range.cloneContents());
  if (isRest) part.classList.add("continued");
  return part;
}

// Divides a block so that its first part fits into an empty box: after a sentence, else after a comma,
// else anywhere. Gives both parts, or null where nothing of it fits.
function divide(box, block) {
  for (let level = 0; level < LEVELS.length; level++) {
    const stops = stopsOf(block, LEVELS[level]);
    let low = -1;
    let high = stops.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      const part = box.appendChild(partOf(block, stops[middle][0], stops[middle][1], false));
      if (fits(box)) low = middle;
      else high = middle;
      remove(part);
    }
    if (low >= 0) return [false, true].map((isRest) => partOf(block, stops[low][0], stops[low][1], isRest));
  }
  return null;
}

// How many rows of a table fit at the smallest legible size; all of them where rows hang together, or
// where it is the columns that need room.
function rowsThatFit(box, table) {
  const rows = all(table, "tbody > tr");
  const isLoose = !table.querySelector("[rowspan]") && table.tBodies.length === 1;
  if (shrink(box, 1.1, LEGIBLE) || !isLoose || box.scrollWidth > box.clientWidth + 1) return rows.length;
  let count = rows.length;
  rows.slice().reverse().some((row) => {
    if (fits(box) || count === 1) return true;
    remove(row);
    count -= 1;
    return false;
  });
  return count;
}
