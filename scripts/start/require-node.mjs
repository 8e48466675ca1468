// `require` of ES modules without a flag, which Nest 12 needs under CommonJS, came with this version.
const [MAJOR, MINOR] = [20, 19];

/** Ends the process with one line when this Node is too old. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > MAJOR || (major === MAJOR && minor >= MINOR)) return;
  console.error(`Node ${MAJOR}.${MINOR} or newer is needed, this is ${process.versions.node}: see https://nodejs.org.`);
  process.exit(1);
}
