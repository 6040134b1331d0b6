// Gives the reader a file. False where the browser knows no names for downloads: it may then have
// opened the file.

const LASTING = 60000; // milliseconds until what was saved is given free

function handOver(blob, name) {
  const link = document.createElement("a");
  const isKnown = "download" in link;
  link.href = URL.createObjectURL(blob);
  if (isKnown) link.download = name; else link.target = "_blank";
  document.body.appendChild(link);
  link.click();
  document.body.removeChild(link);
  setTimeout(() => URL.revokeObjectURL(link.href), LASTING);
  return isKnown;
}
