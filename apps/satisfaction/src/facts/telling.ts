import type { ClockKind } from '#ticket/clock-kind';
import type { Ticket } from '#ticket/ticket';
import type { DueTold } from '#store/due-told';
import type { Entry } from './entry';
import { happeningNames, happenings, type Happening } from './happening';
import { Stands, type Standing } from './standing';
import type { Told, ToldClock } from './told';

type LineEntry = Extract<Entry, { ticket: Ticket }>;

/** Takes in what is told of a ticket, one thing after another, and says what is known of it then. */
export class Telling {
  private readonly stands: Stands;
  private ticket: Ticket | null = null;
  private standing: Standing | null = null;
  private readonly happened = Object.fromEntries(happeningNames.map((name) => [name, new Set()])) as Record<
    Happening,
    Set<string>
  >;
  private readonly clocks = new Map<string, DueTold>();
  /** Of which of its due times a clock was marked red. */
  private readonly reds = new Map<string, number>();

  constructor(team: string | null) {
    this.stands = new Stands(team);
  }

  /** What is known after one thing more; null before the first line. */
  after(entry: Entry): Told | null {
    if ('clock' in entry) this.clocks.set(keyOf(entry.clock.assignmentId, entry.clock.kind), entry.clock);
    else this.takeLine(entry);
    const { ticket, standing, happened } = this;
    const { departmentOf } = this.stands;
    return ticket && standing && { ticket, standing, happened, departmentOf, clockOf: this.clockOf };
  }

  private takeLine({ name, actor, data, ticket }: LineEntry): void {
    const before = this.ticket;
    const leadId = before?.leadId;
    const led = leadId ? this.stands.departmentOf(leadId) : null;
    if (before && led)
      for (const each of happeningNames)
        if (happenings[each]({ name, before, after: ticket })) this.happened[each].add(led);
    if (name === 'mark' && data['rung'] === 'red')
      this.reds.set(data['clockId'] as string, data['generation'] as number);
    this.standing = this.stands.after({ name, actor, ticket });
    this.ticket = ticket;
  }

  private readonly clockOf = (partId: string, kind: ClockKind): ToldClock | undefined => {
    const clock = this.clocks.get(keyOf(partId, kind));
    return clock && { ...clock, isRed: this.reds.get(clock.clockId) === clock.generation };
  };
}

const keyOf = (partId: string, kind: ClockKind): string => `${kind} ${partId}`;
