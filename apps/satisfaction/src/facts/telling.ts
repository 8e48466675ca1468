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
  private readonly clocks: KnownClock[] = [];
  /** Of which of its due times a clock was marked red. */
  private readonly reds = new Map<string, number>();

  constructor(team: string | null) {
    this.stands = new Stands(team);
  }

  /** What is known after one thing more; null before the first line. */
  after(entry: Entry): Told | null {
    if ('clock' in entry) this.takeClock(entry.clock);
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
      this.takeRed(data['clockId'] as string, data['generation'] as number);
    this.standing = this.stands.after({ name, actor, ticket });
    this.ticket = ticket;
  }

  /** The last that is told of a part's clock is what is known of it. */
  private takeClock(told: DueTold): void {
    const clock = { ...told, isRed: this.reds.get(told.clockId) === told.generation };
    const index = this.clocks.findIndex(
      ({ assignmentId, kind }) => assignmentId === told.assignmentId && kind === told.kind,
    );
    if (index === -1) this.clocks.push(clock);
    else this.clocks[index] = clock;
  }

  private takeRed(clockId: string, generation: number): void {
    this.reds.set(clockId, generation);
    for (const clock of this.clocks) if (clock.clockId === clockId) clock.isRed = clock.generation === generation;
  }

  private readonly clockOf = (partId: string, kind: ClockKind): ToldClock | undefined =>
    this.clocks.find((clock) => clock.assignmentId === partId && clock.kind === kind);
}

/** Of a ticket's few clocks, looked through faster than any key is made. */
type KnownClock = DueTold & { isRed: boolean };
