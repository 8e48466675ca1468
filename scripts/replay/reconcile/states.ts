import { setTimeout as sleep } from 'node:timers/promises';
import { stateNames, states, type State } from '#ticket/state';
import type { HotlineClient } from '../hotline-client';
import type { Ledger } from '../ledger';
import { equal, type Check } from './check';
import { walk } from './walk';

/** How long what the hotline does by itself may take: closing unrated tickets, releasing twins. */
const settlingMs = 30_000;

/** Received = all ends + open by state: each ticket of the ledger must stand where the ledger says. */
export async function checkStates(reader: HotlineClient, ledger: Ledger): Promise<Check[]> {
  const found = await settled(reader, ledger);
  const known = ledger.all();
  const inLedger = (state: State) => known.filter((entry) => entry.state === state).length;
  const inHotline = (state: State) => known.filter(({ id }) => found.get(id) === state).length;
  const rows = stateNames.map((state) => {
    const strays = known.filter((entry) => entry.state === state && found.get(entry.id) !== state).length;
    const check = equal(`${states[state].label} ${state}`, inLedger(state), inHotline(state));
    return { ...check, holds: check.holds && strays === 0 };
  });
  const sum = stateNames.reduce((total, state) => total + inHotline(state), 0);
  const strangers = [...found.keys()].filter((id) => !ledger.entries.has(id)).length;
  return [
    ...rows,
    equal('received = ends + open', known.length, sum),
    // A registration made twice has an id that the ledger does not know.
    equal('registered meanwhile, by nobody here', 0, strangers),
  ];
}

async function settled(reader: HotlineClient, ledger: Ledger): Promise<Map<string, State>> {
  const until = performance.now() + settlingMs;
  for (;;) {
    const found = await statesSince(reader, ledger);
    const settledAll = ledger.all().every(({ id, state }) => found.get(id) === state);
    if (settledAll || performance.now() > until) return found;
    await sleep(500);
  }
}

async function statesSince(reader: HotlineClient, ledger: Ledger): Promise<Map<string, State>> {
  const from = firstInstant(ledger);
  const items = await walk((cursor) =>
    reader.call('GET /api/tickets', { query: { from, sort: 'registeredAt', limit: 200, cursor } }),
  );
  return new Map(items.map(({ id, state }) => [id, state]));
}

/** When the first ticket of the replay was registered, by the hotline's clock. */
export const firstInstant = (ledger: Ledger): string =>
  ledger.all().reduce((first, { registeredAt }) => (registeredAt < first ? registeredAt : first), '9999');
