import type { Actor } from '#ticket/actor';
import { callbackAttemptsAllowed } from '#ticket/callback-outcome';
import type { Line } from '#ticket/line';
import { move } from '#ticket/move';
import type { MoveContext } from '#ticket/move-context';
import { register, type Registration } from '#ticket/register';
import type { ActorRole } from '#ticket/role';
import type { Assignment, Ticket } from '#ticket/ticket';
import { TransitionRefused } from '#ticket/transition-refused';
import { blankRegistration } from '#ticket/blank-registration';
import { transitionRow, type MoveName } from '#ticket/transition';
import type { TransitionInput } from '#ticket/transition-input';

/** An instant in Shanghai, written '2026-03-02 10:00'. */
export const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}+08:00`);

const dayMs = 86_400_000;

/** A request for help by phone that lacks nothing. */
const ordinary: Registration = {
  ...blankRegistration,
  id: 'ticket',
  number: '20260302000000142',
  trackingCode: 'code',
  type: 'help',
  title: '路灯不亮',
  content: '滨河路的路灯三天不亮，晚上看不见路。',
  areaCode: 'east-1',
  occurredAt: at('2026-03-01 20:00'),
  citizenId: 'citizen',
  reachable: true,
  expectsReply: true,
};

/** A department's units carry its name: lighting-east is one of lighting's. */
const units = ['east', 'west', 'east-2'];
export const unitsBelow = (id: string): string[] => [
  id,
  ...units.map((unit) => `${id.replace(/-.*/, '')}-${unit}`).filter((each) => each.startsWith(`${id}-`)),
];

export const goodReply = {
  factFinding: 'confirmed',
  demandFinding: 'reasonable',
  resolution: 'solved',
  internalText: '已更换灯泡。',
  publicText: '路灯已修好。',
} as const;

/** A written order to the department that is at it. */
export const anOrder = {
  supervisionId: 'order',
  departmentId: 'lighting',
  level: 'written',
  cause: 'other',
  requirement: '限期修复',
  copyTo: [],
} as const;

/** Somebody with these roles, who answers for these departments. */
export const someone = (roles: readonly ActorRole[], departmentIds: readonly string[] = []): Actor => ({
  id: roles.join('+'),
  name: roles.join('+'),
  roles,
  departmentIds,
});

/** A ticket and what happens to it: each step a minute after the one before, unless told otherwise, by whoever may. */
export class ATicket {
  now: Ticket;
  readonly lines: Line[];
  private instant: Date;
  private given = 0;
  private pastClocks: MoveContext['pastClocks'] = new Set();

  constructor(given: Partial<Registration> = {}, begins = '2026-03-02 10:00') {
    this.instant = at(begins);
    const { ticket, lines } = register({ ...ordinary, ...given }, this.context(someone(['agent'])));
    this.now = ticket;
    this.lines = [...lines];
  }

  /** The next step happens then. */
  at(text: string): this {
    this.instant = new Date(at(text).getTime() - 60_000);
    return this;
  }

  /** Clocks that have run out when the next steps happen. */
  past(...kinds: string[]): this {
    this.pastClocks = new Set(kinds) as MoveContext['pastClocks'];
    return this;
  }

  /** @throws TransitionRefused, ActorRefused; nothing has changed then. */
  does<Name extends MoveName>(name: Name, input: TransitionInput[Name], actor = this.whoMay(name, input)): this {
    const then = new Date(this.instant.getTime() + 60_000);
    const { ticket, lines } = move(this.now, name, input, { ...this.context(actor), at: then });
    this.instant = then;
    this.now = ticket;
    this.lines.push(...lines);
    return this;
  }

  /** Why it is refused, in a clerk's words; undefined when it is done. */
  refuses<Name extends MoveName>(name: Name, input: TransitionInput[Name], actor?: Actor): string | undefined {
    try {
      this.does(name, input, actor);
    } catch (error) {
      if (error instanceof TransitionRefused) return error.detail;
      throw error;
    }
    return undefined;
  }

  /** The newest part of a department, by default of the lead. */
  part(departmentId = this.now.leadDepartmentId): Assignment {
    const found = this.now.assignments.findLast((each) => each.departmentId === departmentId);
    if (!found) throw new Error(`${String(departmentId)} has no part in this ticket`);
    return found;
  }

  /** `department role state` of every part, oldest first. */
  get parts(): string[] {
    return this.now.assignments.map(({ departmentId, role, state }) => `${departmentId} ${role} ${state}`);
  }

  get openParts(): string[] {
    return this.parts.filter((part) => /(waiting|working|objecting|signing)$/.test(part));
  }

  get lastLine(): Line | undefined {
    return this.lines.at(-1);
  }

  /** `{ assignmentId }` of a department's newest part, with whatever else a step is told. */
  on<More extends object>(departmentId: string | null, more: More): More & { assignmentId: string } {
    return { assignmentId: this.part(departmentId).id, ...more };
  }

  dispatched(leadId = 'lighting', ...coHandlerIds: string[]): this {
    return this.does('dispatch', { leadId, coHandlerIds });
  }

  signed(): this {
    return this.does('sign', this.on(this.now.leadDepartmentId, {}));
  }

  returned(): this {
    return this.does('return', this.on(this.now.leadDepartmentId, { reasonCode: 'not-ours', basis: '三定方案' }));
  }

  replied(more: Partial<TransitionInput['reply']> = {}): this {
    return this.does('reply', this.on(this.now.leadDepartmentId, { ...goodReply, ...more }));
  }

  /** Dispatched, signed, answered and approved. */
  answered(): this {
    return this.dispatched().signed().replied().does('approve', {});
  }

  rated(more: Partial<TransitionInput['rate']> = {}): this {
    const given = {
      source: 'callback-human',
      contacted: 'yes',
      solved: 'yes',
      satisfaction: { result: 'satisfied' },
    } as const;
    return this.does('rate', { ratingId: 'rating', ...given, ...more });
  }

  /** Called so often, each time a day after the last, and nobody answered. */
  calledInVain(times: number = callbackAttemptsAllowed): this {
    for (let n = 0; n < times; n += 1) {
      this.instant = new Date(this.instant.getTime() + dayMs);
      this.does('callbackAttempt', { outcome: 'no-answer' });
    }
    return this;
  }

  private context(actor: Actor): MoveContext {
    return {
      actor,
      at: this.instant,
      newId: () => `part-${++this.given}`,
      pastClocks: this.pastClocks,
      unitsOf: unitsBelow,
    };
  }

  /** Anybody who may by the table; for a department's own part, that department. */
  private whoMay(name: MoveName, input: object): Actor {
    const id = 'assignmentId' in input ? input.assignmentId : this.now.leadId;
    const part = this.now.assignments.find((each) => each.id === id);
    return someone(transitionRow(name).by.slice(0, 1), part ? [part.departmentId] : []);
  }
}
