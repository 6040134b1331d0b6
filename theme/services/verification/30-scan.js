// A QR code in a picture, mostly one just taken, where the browser can read it; nothing leaves the device.

function startScanner(button, field, take, fail) {
  if (typeof BarcodeDetector === "undefined" || typeof createImageBitmap === "undefined") return;
  button.hidden = false;
  button.addEventListener("click", () => field.click());
  field.addEventListener("change", () => {
    const file = field.files[0];
    if (!file) return;
    createImageBitmap(file).then((picture) => new BarcodeDetector({ formats: ["qr_code"] }).detect(picture))
      .then((codes) => take(codes[0].rawValue)).catch(fail);
    field.value = ""; // so that the same picture can be taken again
  });
}
