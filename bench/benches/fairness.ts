import { burst } from '../load/burst';
import { dispatchWaits } from '../load/dispatch-waits';
import { importWhole } from '../load/import-whole';
import { registration } from '../load/matter';
import { paceWhile } from '../load/pace';
import { burstConnections } from '../raw-probe/raw-probe';
import { percentile } from '../statistics';
import type { Bench, BenchRun } from './bench';

const [imported, flooding] = [50_000, 8_000];
const urgentPerSecond = 5;
/** What was imported is dispatched behind everything else. */
const drainingMs = 1_200_000;
/** Which numbers the urgent tickets of a run take, and those of the flood. */
const [urgentFrom, floodFrom] = [100_000, 200_000];

/**
 * From the call until an urgent ticket is dispatched: while an import from one area is written, while
 * what it wrote is dispatched, and in a flood of calls from that area. The urgent ones are of other areas.
 */
export const fairness: Bench = async (run) => {
  const { stand, watch, offset } = run;
  const { urgentWhile, crowded } = sides(run);
  const importing = await urgentWhile(() =>
    importWhole({ ...stand, places: crowded }, 'csv', { kind: 'tickets', from: offset, count: imported }),
  );
  const draining = await urgentWhile(() => watch.drained(drainingMs));
  const flooded = await urgentWhile(() =>
    burst(flooding, burstConnections, async (index) => {
      await stand.staff.admin.call('POST /api/tickets', { body: registration(crowded, offset + floodFrom + index) });
    }),
  );
  return {
    urgentImportingP50: percentile(importing, 0.5),
    urgentImportingP99: percentile(importing, 0.99),
    urgentDrainingP50: percentile(draining, 0.5),
    urgentDrainingP99: percentile(draining, 0.99),
    urgentFloodedP50: percentile(flooded, 0.5),
    urgentFloodedP99: percentile(flooded, 0.99),
  };
};

/** The places of the one crowded area, and how long urgent tickets of the others wait while something happens. */
function sides({ stand: { places, staff }, watch, offset }: BenchRun) {
  const [area = '', ...areas] = places.areas;
  const elsewhere = { ...places, areas };
  let next = offset + urgentFrom;
  const urgentWhile = async (work: () => Promise<unknown>): Promise<number[]> => {
    let isOver = false;
    const waiting = dispatchWaits(
      (ids) => watch.dispatched(ids),
      (waitsSince) =>
        paceWhile(
          urgentPerSecond,
          () => !isOver,
          async () => {
            const called = performance.now();
            const body = { ...registration(elsewhere, next++), urgency: 'urgent' } as const;
            const { id } = await staff.agent.call('POST /api/tickets', { body });
            waitsSince(id, called);
          },
        ),
    );
    const [waits] = await Promise.all([waiting, work().finally(() => (isOver = true))]);
    return waits;
  };
  return { urgentWhile, crowded: { ...places, areas: [area] } };
}
