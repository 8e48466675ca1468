import type { ClockKind } from '#ticket/clock-kind';
import { guards } from '#ticket/guards';
import type { MoveContext } from '#ticket/move-context';
import { refusedWords, type Refused } from '#ticket/overtaken';
import type { MoveName } from '#ticket/transition';
import type { User } from '../identity/session';
import type { MoveTarget, TicketView } from './move-target';
import { ticketOfView } from './ticket-of-view';

type AskedEarly = (ticket: unknown, input: object, context: MoveContext) => Refused;

/** Why the domain's own guard would refuse this now, or null; the server's word is final. */
export function refusal(
  name: MoveName,
  { ticket, part }: MoveTarget,
  user: User,
  departmentIds: string[],
): string | null {
  const guard = guards[name] as AskedEarly | undefined;
  const at = new Date();
  const refused = guard?.(
    ticketOfView(ticket),
    // What a form says before anything is filled in.
    { assignmentId: part?.id ?? '', contactedAt: at, source: 'callback-human' },
    {
      actor: { id: user.id, name: user.name, roles: user.roles, departmentIds },
      at,
      newId: () => '',
      pastClocks: pastClocks(ticket, at),
      // What lies below a department is the server's to say.
      unitsOf: (id) => [id],
    },
  );
  return refused ? refusedWords(refused) : null;
}

const pastClocks = ({ clocks, round }: TicketView, at: Date): Set<ClockKind> =>
  new Set(
    clocks
      .filter((clock) => clock.state === 'running' && clock.round === round && new Date(clock.dueAt) < at)
      .map((clock) => clock.kind),
  );
