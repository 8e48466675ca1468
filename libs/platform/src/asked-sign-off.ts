import type { SignOffKind } from '#ticket/sign-off';
import { askedSignOffSelect, type AskedSignOff } from '#store/sign-off-rows';
import { monthOf } from '#store/partitions';
import type { Sql } from '#store/sql';
import type { Caller } from './caller';
import { inScope } from './scope';
import { personOrService, type Named } from './person-named';

/** What was put before a head, told as the request of the hotline that it will be: it has its id. */
export interface AskedBeforeHead extends AskedSignOff {
  readonly asker: Named | null;
  readonly decider: Named | null;
  /** As the request's: before the signature it waits for that. */
  readonly requestState: 'signing' | 'refused' | 'lapsed';
}

const select = `${askedSignOffSelect}, ${personOrService('s.asked_by')} AS asker, ${personOrService('s.decided_by')} AS decider`;

/** Null where nothing was put before a head under this id, or it was signed: then it is the request itself. */
export async function askedSignOff(
  sql: Sql,
  kind: SignOffKind,
  id: string,
  caller: Caller,
): Promise<AskedBeforeHead | null> {
  const { from, before } = monthOf(id);
  const values: unknown[] = [id, from, before, kind];
  const found = await sql.one<AskedBeforeHead & Record<string, unknown>>(
    `SELECT ${select} FROM ticket.sign_off s JOIN ticket.ticket t ON t.id = s.ticket_id
     WHERE s.id = $1 AND s.ticket_id >= $2 AND s.ticket_id < $3 AND s.kind = $4 AND s.state <> 'signed' AND ${inScope(caller, values)}`,
    values,
  );
  if (!found) return null;
  return { ...found, requestState: found.state === 'waiting' ? 'signing' : (found.state as 'refused' | 'lapsed') };
}
