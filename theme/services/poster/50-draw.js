// The boxes drawn on a canvas, in the fonts of the site.

const QUIET_ZONE = 4; // light modules around a code

function fontOf(font, size) {
  const style = getComputedStyle(document.documentElement);
  const family = style.getPropertyValue(/^song/.test(font) ? "--song" : "--hei").trim();
  return `${/Bold$/.test(font) ? "700 " : ""}${size}px ${family || "sans-serif"}`;
}

function measuring(context) {
  return (text, font, size) => {
    context.font = fontOf(font, size);
    return context.measureText(text).width;
  };
}

// Whole pixels for each module, so that its edges are sharp.
function drawCode(context, item, matrix) {
  const count = matrix.length + 2 * QUIET_ZONE;
  const unit = Math.max(1, Math.floor(item.width / count));
  const left = item.x + Math.floor((item.width - unit * matrix.length) / 2);
  const top = item.y + Math.floor((item.height - unit * matrix.length) / 2);
  context.fillStyle = "#000";
  matrix.forEach((row, y) => row.forEach((dark, x) => {
    if (dark) context.fillRect(left + x * unit, top + y * unit, unit, unit);
  }));
}

function drawItem(context, item, matrix) {
  if (item.kind === "code") drawCode(context, item, matrix);
  else if (item.kind === "frame") {
    context.strokeStyle = item.colour;
    context.lineWidth = 2;
    context.strokeRect(item.x + 1, item.y + 1, item.width - 2, item.height - 2);
  } else if (item.kind === "text") {
    context.font = fontOf(item.font, item.size);
    context.fillStyle = item.colour;
    context.fillText(item.text, item.x, item.y + item.height / 2);
  } else {
    context.fillStyle = item.colour;
    context.fillRect(item.x, item.y, item.width, item.height);
  }
}

// Gives the canvas with a poster; `matrix` is the code or null.
function draw(facts, name, matrix) {
  const canvas = document.createElement("canvas");
  canvas.width = FORMS[name].width;
  canvas.height = FORMS[name].height;
  const context = canvas.getContext("2d");
  context.textBaseline = "middle";
  layOut(facts, name, measuring(context)).forEach((item) => drawItem(context, item, matrix));
  return canvas;
}

// The faces that give Chinese punctuation come only when something needs them.
function fontsReady() {
  if (!document.fonts || !document.fonts.load) return Promise.resolve();
  const wanted = ['20px "CJK Punct"', '20px "CJK Punct Song"'].map((font) => document.fonts.load(font, "\u201c").catch(() => null));
  return Promise.all(wanted);
}
