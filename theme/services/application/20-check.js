// What is wrong with a value, as a sentence, or "" where nothing is. Nothing here touches the page.

const CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY"; // GB 32100: no I, O, S, V, Z

const lengthOf = (text) => Array.from(text).length; // a rare character counts as one

// The digit of GB 32100: each character times 3 to the power of its place, modulo 31.
function checkDigit(code) {
  let sum = 0;
  let weight = 1;
  for (let place = 0; place < 17; place += 1) {
    sum += CODE.indexOf(code[place]) * weight;
    weight = weight * 3 % 31;
  }
  return CODE[(31 - sum % 31) % 31];
}

function wrongCode(text) {
  if (text.length !== 18) return say("code-length", { count: lengthOf(text) });
  if (Array.from(text).some((letter) => CODE.indexOf(letter) < 0)) return say("code-letters");
  return checkDigit(text) === text[17] ? "" : say("code-check");
}

function isDay(text) {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return Boolean(parts) && dayOf(new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]))) === text;
}

// A day as the form on paper and in Word shows it; what is no day stays as it is.
function saidDay(text) {
  const [year, month, day] = text.split("-").map(Number);
  return isDay(text) ? say("day", { year, month, day }) : text;
}

function wrongDay(text, field, values) {
  if (!isDay(text)) return say("date");
  if (text < dayOf(new Date())) return say("past");
  const first = field.after && values[field.after];
  return first && isDay(first) && text < first ? say("before", { day: first }) : "";
}

function wrongNumber(text, field) {
  if (!/^\d+$/.test(text)) return say("whole");
  return Number(text) >= 1 && Number(text) <= field.most ? "" : say("between", { most: field.most });
}

function wrongPhone(text) {
  const digits = text.replace(/\D/g, "").length;
  return /^[+(]?\d[\d ()+,;#*\-\u8f6cxXet.]*$/.test(text) && digits >= 7 && digits <= 20 ? "" : say("phone");
}

const wrongMail = (text) => (/^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\.]+(\.[^\s@<>"(),:;[\]\\.]+)+$/.test(text) ? "" : say("mail"));

function wrong(field, values) {
  const typed = values[field.key] || "";
  const text = typed.normalize("NFKC").trim();
  if (!text) return field.required ? say(field.kind === "choice" ? "choose" : "required", { label: field.label }) : "";
  const count = lengthOf(typed);
  if (field.kind === "number") return wrongNumber(text, field);
  if (field.kind === "date") return wrongDay(text, field, values);
  if (field.kind === "code") return wrongCode(text);
  if (field.most && count > field.most) return say("long", { most: field.most, count, over: count - field.most });
  if (field.kind === "mail") return wrongMail(text);
  if (field.kind === "phone") return wrongPhone(text);
  if (field.kind === "choice") return field.choices.indexOf(typed) >= 0 ? "" : say("choice");
  return "";
}
