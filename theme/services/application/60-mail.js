// The prepared mail. Some systems open no address longer than 2,000 characters, and a Chinese one takes
// nine of them: the mail says the short facts, the Word file beside it says all.

const LONGEST_MAIL = 1800;
const FIRST = ["applicant", "case_title", "case_enterprise", "case_id", "date_from", "date_to", "people", "contact_name", "contact_phone"];
const encoded = (text) => encodeURIComponent(whole(text).replace(/\r\n?|\n/g, "\r\n"));

function subjectOf(title, values) {
  return say("subject", { title, applicant: values.applicant || "" }).replace(/[\r\n]+/g, " ");
}

const lineOf = (field, values) => say("line", { label: field.label, value: values[field.key] });

function fullMail(title, fields, values) {
  const lines = fields.filter((field) => values[field.key]).map((field) => lineOf(field, values));
  return [say("mail-head", { title })].concat(lines, say("mail-tail")).join("\n");
}

// The start of a text that takes no more than so many characters when encoded.
function cutTo(text, room) {
  let left = room - encoded(say("more")).length;
  const taken = Array.from(text).filter((letter) => {
    left -= encoded(letter).length;
    return left >= 0;
  });
  return taken.length ? taken.join("") + say("more") : "";
}

// What was typed into short fields; what the office needs first comes first.
function shortOf(fields, values) {
  const rank = (field) => FIRST.indexOf(field.key);
  const typed = fields.filter((field) => field.kind !== "text" && values[field.key]);
  const ranked = typed.filter((field) => rank(field) >= 0).sort((a, b) => rank(a) - rank(b));
  return ranked.concat(typed.filter((field) => ranked.indexOf(field) < 0));
}

function mailAddress(mailbox, title, fields, values) {
  const begin = `${mailbox}${mailbox.indexOf("?") < 0 ? "?" : "&"}subject=${encoded(cutSubject(subjectOf(title, values)))}&body=`;
  const head = `${say("mail-head", { title })}\n`;
  const tail = say("mail-tail");
  let room = LONGEST_MAIL - begin.length - encoded(head).length - encoded(tail).length;
  let facts = "";
  let isFull = false;
  shortOf(fields, values).forEach((field) => {
    const line = `${lineOf(field, values)}\n`;
    if (isFull) return;
    isFull = encoded(line).length > room;
    const shown = isFull ? `${cutTo(line.trim(), room - 6)}\n` : line;
    room -= encoded(shown).length;
    facts += shown;
  });
  return begin + encoded(head + facts + tail);
}

function cutSubject(subject) {
  return encoded(subject).length > 700 ? cutTo(subject, 700) : subject;
}
