import type { RouteAnswer } from '#http-api/routes';
import type { State } from '#ticket/state';
import { callbackAllowed } from './callback-allowed';
import type { Part } from './casting';
import type { HotlineClient } from './hotline-client';
import type { Entry, Ledger } from './ledger';
import type { Patience } from './patience';
import type { Places } from './places';
import type { TicketBody } from './ticket-body';
import type { Staff } from './staff';

export type TicketAnswer = RouteAnswer<'GET /api/tickets/:id'>;

/** What all journeys share. */
export interface Scene {
  readonly staff: Staff;
  readonly places: Places;
  readonly ledger: Ledger;
  readonly patience: Patience;
  /** Names this run, for what must be unique. */
  readonly run: string;
}

/** The hotline answered with a state that the plot does not know. */
export class Surprise extends Error {}

/** One ticket on its way, as the people who work on it know it. */
export class Journey {
  private ticket: { entry: Entry; callable: boolean; confidential: boolean } | undefined;
  private part: { id: string; departmentId: string } | undefined;
  twin: Entry | null = null;

  constructor(
    readonly scene: Scene,
    readonly role: Part,
  ) {}

  /** Writes a new ticket into the ledger and follows it. */
  begin(answer: TicketAnswer, body: TicketBody, state: State): void {
    const entry = this.enter(answer, state);
    this.ticket = { entry, callable: callbackAllowed(body), confidential: answer.citizen.confidential };
  }

  enter({ id, type, registeredAt }: TicketAnswer, state: State): Entry {
    const blank = { dispatched: false, handled: state === 'closed', answeredOnCall: false, round: 0, rating: null };
    return this.scene.ledger.add({ id, plot: this.role.name, type, registeredAt, state, ...blank });
  }

  get entry(): Entry {
    return this.known.entry;
  }

  get params(): { id: string } {
    return { id: this.known.entry.id };
  }

  /** Whether an approved reply is followed by a call. */
  get callable(): boolean {
    return this.known.callable;
  }

  get confidential(): boolean {
    return this.known.confidential;
  }

  get departmentId(): string {
    return this.lead.departmentId;
  }

  /** The lead's assignment, for a path. */
  get partParams(): { id: string } {
    return { id: this.lead.id };
  }

  /** Whoever answers for the lead's desk. */
  get handler(): HotlineClient {
    const handler = this.scene.staff.handlers.get(this.lead.departmentId);
    if (!handler) throw new Surprise('it was dispatched to a department without a handler');
    return handler;
  }

  /** A lead was named: its part waits for a signature. */
  named({ assignments, round }: TicketAnswer): void {
    const part = assignments.findLast(({ role, state }) => role === 'lead' && state === 'waiting');
    if (!part) throw new Surprise('no lead has a part that waits for a signature');
    this.part = { id: part.id, departmentId: part.departmentId };
    Object.assign(this.entry, { state: 'dispatched', dispatched: true, round });
  }

  /** Notes what a step did; the hotline must have answered the same state. */
  now(state: State, answer?: { state: string }, also: Partial<Entry> = {}): void {
    if (answer && answer.state !== state) throw new Surprise(`found ${answer.state} instead of ${state}`);
    Object.assign(this.entry, also, { state });
  }

  /** Another department than the one that has it. */
  otherDepartment(): string {
    const { departments } = this.scene.places;
    return this.role.random.pick(departments.filter((id) => id !== this.part?.departmentId));
  }

  private get known() {
    if (!this.ticket) throw new Error('the plot has not registered its ticket yet');
    return this.ticket;
  }

  private get lead() {
    if (!this.part) throw new Error('the plot has not waited for a lead yet');
    return this.part;
  }
}
