import { spawn } from 'node:child_process';
import { fileOf } from './root.mjs';
import { StepFailed } from './step-failed.mjs';
import { withProgress } from './with-progress.mjs';

const LINES_SHOWN = 40;
const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** How long a step has to end by itself. */
const GRACE_MS = 1_000;

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

/** In a group of its own: who interrupts us ends it with everything it has started, before we end ourselves. */
function run(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: fileOf('.'), stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    let interrupted = false;
    const signalled = (signal) => {
      interrupted = true;
      endGroup(child.pid, signal);
    };
    for (const signal of ENDING) process.once(signal, signalled);
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      for (const signal of ENDING) process.removeListener(signal, signalled);
      if (!interrupted) resolve({ code, output });
    });
  });
}

function endGroup(pid, signal) {
  console.error(`stopped by ${signal}`);
  send(pid, 'SIGTERM');
  setTimeout(() => {
    send(pid, 'SIGKILL');
    process.exit(130);
  }, GRACE_MS);
}

/** Throws nothing when all of the group have ended already. */
function send(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
