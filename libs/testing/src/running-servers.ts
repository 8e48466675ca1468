import type { TestServer } from './test-servers';

// Jest loads set-up and teardown as separate modules of one process: the global object is what they share.
const shared = globalThis as { testServers?: readonly TestServer[] };

export function keepForTeardown(servers: readonly TestServer[]): void {
  shared.testServers = servers;
}

export function keptForTeardown(): readonly TestServer[] {
  return shared.testServers ?? [];
}
