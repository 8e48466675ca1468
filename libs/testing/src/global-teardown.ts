import { keptForTeardown } from './running-servers';
import { dropTemplate } from './test-template';

/** Jest calls this once, after the last test file. */
export default async function globalTeardown(): Promise<void> {
  await dropTemplate();
  await Promise.all(keptForTeardown().map((server) => server.stop()));
}
