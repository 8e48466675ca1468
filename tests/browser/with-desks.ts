import type { Desks } from './desks';
import { withBrowser } from './with-browser';

/** A hotline and a browser for all tests of a file, and fresh windows for each of them: none may leave a fault on a page. */
export function withDesks(settings: Readonly<Record<string, string>> = {}) {
  const house = withBrowser(settings);
  let windows: Desks;
  beforeEach(() => {
    windows = house.desks();
  });
  afterEach(async () => {
    const faults = windows.faults();
    await windows.close();
    expect(faults).toEqual([]);
  });
  return { hotline: () => house.opened().hotline, desks: () => windows };
}
