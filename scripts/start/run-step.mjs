import { spawn } from 'node:child_process';
import { fileOf } from './root.mjs';
import { StepFailed } from './step-failed.mjs';
import { withProgress } from './with-progress.mjs';

const LINES_SHOWN = 40;

/**
 * Runs a program in the clone, showing progress and, only when it fails, the end of what it wrote.
 * @throws StepFailed when it ends with anything but 0.
 */
export async function runStep(label, program, args) {
  const { code, output } = await withProgress(label, () => run(program, args));
  if (code === 0) return;
  const tail = output.trimEnd().split('\n').slice(-LINES_SHOWN).join('\n');
  throw new StepFailed(`${tail}\n${label} failed.`);
}

function run(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: fileOf('.'), stdio: ['ignore', 'pipe', 'pipe'] });
    const kill = (signal) => {
      child.kill(signal);
      process.exit(130);
    };
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, kill);
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      for (const signal of ['SIGINT', 'SIGTERM']) process.removeListener(signal, kill);
      resolve({ code, output });
    });
  });
}
