import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { until } from '#testing/until';

const runStep = pathToFileURL(join(__dirname, '../../scripts/start/run-step.mjs')).href;

/** A step that heeds no signal and has started another process, as an installation may. */
const stubborn = `
  process.on('SIGTERM', () => undefined);
  const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)']);
  require('node:fs').writeFileSync(process.argv[1], [process.pid, child.pid].join(' '));
  setInterval(() => 0, 1000);
`;

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('a start that is interrupted while it installs or builds', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'ends its step at %s, with everything that had started',
    async (signal) => {
      const directory = mkdtempSync(join(tmpdir(), 'interrupted-'));
      const pids = join(directory, 'pids');
      const program = `import(${JSON.stringify(runStep)}).then(({ runStep }) =>
      runStep('Installing', process.execPath, ['-e', ${JSON.stringify(stubborn)}, ${JSON.stringify(pids)}]))`;
      const starter = spawn(process.execPath, ['-e', program], { stdio: 'ignore' });
      const ended = new Promise<number | null>((resolve) => starter.once('exit', resolve));
      await until(() => Promise.resolve(existsSync(pids) ? '' : 'the step has not begun'));
      starter.kill(signal);
      expect(await ended).toBe(130);
      const left = () => readFileSync(pids, 'utf8').split(' ').map(Number).filter(isAlive);
      await until(() => Promise.resolve(left().length === 0 ? '' : `still alive: ${left().join(', ')}`));
      rmSync(directory, { recursive: true });
    },
  );
});
