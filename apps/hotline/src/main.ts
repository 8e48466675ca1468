import { runToExit } from '#platform/run-to-exit';
import { readSettings, WrongSetting } from '#platform/settings';
import { startBackend, type Backend } from './backend/backend';
import { StartRefused } from './backend/start-refused';
import { startHotline, type Hotline } from './start-hotline';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  // Whoever read what we say may leave; that ends nothing here.
  process.stdout.on('error', () => undefined);
  const stopping = new AbortController();
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        stopping.abort(new StartRefused(`stopped by ${signal} while starting`));
        resolve();
      });
    }
  });
  const settings = readSettings(process.env);
  const backend = await startBackend(process.env, stopping.signal);
  try {
    const hotline = await startHotline(settings, backend);
    welcome(hotline, backend);
    await stopped;
    say('stopping …');
    await hotline.house.close();
  } finally {
    await backend.stop();
  }
  say('stopped');
}

function welcome({ house, demo }: Hotline, backend: Backend): void {
  say('');
  say(`12345 热线 is open at ${house.url}`);
  say(`  queue     ${backend.queue.description}`);
  say(`  data      ${backend.dataDirectory}`);
  if (demo.usernames.length > 0) {
    const shown = demo.usernames.filter((name) => !name.startsWith('handler-'));
    const handler = demo.usernames.find((name) => name.startsWith('handler-'));
    say(`  accounts  ${shown.join(', ')}, ${handler ?? ''} and one handler for each other department`);
    say(
      `  password  ${demo.password ?? 'the one that was printed at the first start (DEMO_PASSWORD=… sets a new one)'}`,
    );
  } else if (demo.isEmpty) {
    say('  accounts  none yet: npm run admin -- USERNAME');
  }
  say('  Ctrl-C stops everything.');
}

runToExit(main, [StartRefused, WrongSetting]);
