// Runs every script of package.json named check:…, two at a time, and shows what the failing ones say.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileOf } from './start/root.mjs';

const AT_ONCE = 2;
const { scripts } = JSON.parse(readFileSync(fileOf('package.json'), 'utf8'));
const waiting = Object.keys(scripts).filter((name) => name.startsWith('check:'));
const failed = [];

async function work() {
  for (let name = waiting.shift(); name; name = waiting.shift()) {
    const began = performance.now();
    const output = await failureOf(name);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`${output === undefined ? '✔' : '✘'} ${name} (${seconds} s)`);
    if (output === undefined) continue;
    console.log(output);
    failed.push(name);
  }
}

/** What a failing check printed, undefined when it passes. */
function failureOf(name) {
  const options = { cwd: fileOf('.'), maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve) => {
    execFile('npm', ['run', '--silent', name], options, (error, stdout, stderr) =>
      resolve(error ? `${stdout}${stderr}`.trimEnd() : undefined),
    );
  });
}

await Promise.all(Array.from({ length: AT_ONCE }, work));
if (failed.length > 0) console.error(`failed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
