// The words of a query, as a reader means them: generator/search/query.py says the rules, and
// tests/search/queries.golden.json holds both to them.

const QUERY_SPACE = "\\s\\0-\\x1f\\x7f-\\x9f\\ufeff";
const QUERY_QUOTE = "\"\\u201c-\\u201f\\u300c-\\u300f\\u301d-\\u301f\\uff02";
const LONGEST_QUERY = 400;
const MOST_WORDS = 32;

// Gives the text and its words {shown, folded, isNot, isPhrase}; any text is a query.
function parseQuery(text) {
  const token = new RegExp(`([${QUERY_SPACE}]*)([-\\u2212\\ufe63\\uff0d]?)(?:[${QUERY_QUOTE}]`
    + `([^${QUERY_QUOTE}]*)[${QUERY_QUOTE}]?|([^${QUERY_SPACE}${QUERY_QUOTE}]+))`, "g");
  const spaces = new RegExp(`[${QUERY_SPACE}]+`, "g");
  const start = Array.from(text.slice(0, 2 * LONGEST_QUERY)).slice(0, LONGEST_QUERY).join("")
    .replace(/[\ud800-\udfff]/gu, " "); // half a character: no address could carry it
  const words = new Map();
  for (let match; (match = token.exec(start)) && words.size < MOST_WORDS;) {
    const isPhrase = match[3] !== undefined;
    const shown = (isPhrase ? match[3] : match[4]).replace(spaces, " ").trim();
    const isNot = !!match[2] && (!!match[1] || !match.index);
    const folded = fold(shown);
    const key = isNot + folded;
    if (folded && !words.has(key)) words.set(key, { shown, folded, isNot, isPhrase });
  }
  return { text, words: Array.from(words.values()) };
}
