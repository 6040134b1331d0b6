// The fields of the form: what they hold, what is wrong with them and where that is said.

function fieldOf(place) {
  const input = place.querySelector("input, select, textarea");
  const data = place.dataset;
  return {
    key: data.field,
    kind: data.kind,
    label: data.label,
    most: Number(data.most),
    required: "required" in data,
    after: data.after || "",
    choices: Array.prototype.slice.call(input.options || [], 1).map((option) => option.value),
    place,
    input,
    isLeft: false, // once left, it is checked with every key
  };
}

function showFault(place, input, sentence) {
  place.querySelector(".fault").textContent = sentence;
  if (sentence) input.setAttribute("aria-invalid", "true");
  else input.removeAttribute("aria-invalid");
}

function showCount(field) {
  const place = field.place.querySelector(".count");
  if (place) place.textContent = say("count", { count: lengthOf(field.input.value), most: field.most });
}

// Puts a value where it belongs; the browser may have filled in its own.
function fillField(field, value) {
  if (field.input.value !== value) field.input.value = value;
  showCount(field);
}

function showFaults(summary, faults, go) {
  const list = emptied(summary.querySelector("ul"));
  summary.querySelector(".heading").textContent = say("faults", { count: faults.length });
  faults.forEach((fault) => {
    const link = make(make(list, "li"), "a", fault.sentence);
    link.href = `#${fault.input.id}`;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      go(fault.input);
    });
  });
  summary.hidden = !faults.length;
}
