import { auditRange } from '#store/audit-range';
import type { TestHouse } from '#testing/test-house';
import { audit, type Audited } from '../../../scripts/audit/audit';

/** What `npm run audit:verify` finds in a house's database, without threads of its own. */
export function auditHouse({ database, keys, clock }: TestHouse, anchors?: string): Promise<Audited> {
  return audit(
    { database, keys, clock },
    {
      anchors,
      verifyTickets: async (ranges, tell) => {
        for (const range of ranges) tell(await auditRange(database, keys, range));
      },
    },
  );
}

/** The breaks alone, each as `where: fault`. */
export async function breaksIn(house: TestHouse, anchors?: string): Promise<string[]> {
  const { breaks } = await auditHouse(house, anchors);
  return breaks.map(({ where, fault }) => `${where}: ${fault}`);
}
