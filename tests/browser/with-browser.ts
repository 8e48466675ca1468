import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser';
import { Desks } from './desks';
import { startHotline, type RunningHotline } from './running-hotline';

interface Opened {
  readonly hotline: RunningHotline;
  readonly browser: Browser;
}

/** A hotline and a browser for all tests of a file: started before the first of them, and ended after the last. */
export function withBrowser(settings: Readonly<Record<string, string>> = {}): { opened(): Opened; desks(): Desks } {
  const started: Partial<{ -readonly [Each in keyof Opened]: Opened[Each] }> = {};
  beforeAll(async () => {
    started.hotline = await startHotline(settings);
    started.browser = await launchBrowser();
  });
  afterAll(async () => {
    await started.browser?.close();
    await started.hotline?.stop();
  });
  const opened = (): Opened => {
    const { hotline, browser } = started;
    if (!hotline || !browser) throw new Error('nothing was started');
    return { hotline, browser };
  };
  return { opened, desks: () => new Desks(opened().browser, opened().hotline) };
}
