/** How long a browser may take to begin saving: one that finds the address gone saves nothing, or under no name. */
const graceMs = 60_000;

/** Hands a file to the browser. It is in no address: what names it for a moment is a random one of this tab. */
export function saveFile(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), graceMs);
}
