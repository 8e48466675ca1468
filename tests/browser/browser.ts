import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';

const programs = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The machine's own Chromium; nothing is downloaded. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? programs.find((program) => existsSync(program));
  if (!executablePath) throw new Error('The browser tests need chromium (apt-get install chromium), or CHROMIUM=path.');
  return chromium.launch({
    executablePath,
    // Without one Chromium takes Chinese file names for none and calls every file `download`.
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Before anybody has signed in, asking who is there is answered with 401, which the browser notes. */
const beforeSignIn = 401;

/** Errors of a page: what a script threw, and what the browser refused to run or load, apart from answers of these statuses. */
export function watchFaults(page: Page, expected: readonly number[] = []): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    const isExpected = [beforeSignIn, ...expected].some((status) => message.text().includes(`status of ${status}`));
    if (message.type() === 'error' && !isExpected) faults.push(message.text());
  });
  return faults;
}
