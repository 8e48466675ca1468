import type { Actor } from '#ticket/actor';
import { move, type Moved } from '#ticket/move';
import type { MoveContext } from '#ticket/move-context';
import type { Ticket } from '#ticket/ticket';
import type { MoveName } from '#ticket/transition';
import type { TransitionInput } from '#ticket/transition-input';
import type { attemptRow, ratingRow, returnRow, TicketRows } from '#store/ticket-rows';
import { uuidInMonthOf } from '#store/uuid-v7';
import type { Random } from '#platform/random';
import type { People } from './people';

/** A ticket while its past is being told: every step goes through the rules of libs/ticket at its own instant. */
export class Past {
  readonly ratings: ReturnType<typeof ratingRow>[] = [];
  readonly returns: ReturnType<typeof returnRow>[] = [];
  readonly attempts: ReturnType<typeof attemptRow>[] = [];

  constructor(
    private moved: Moved,
    readonly people: People,
    readonly random: Random,
    /** Departments that may lead it, best first. */
    readonly leads: readonly string[],
    public at: Date,
  ) {}

  get ticket(): Ticket {
    return this.moved.ticket;
  }

  get lines(): Moved['lines'] {
    return this.moved.lines;
  }

  get rows(): Partial<TicketRows> {
    const { ratings, returns, attempts } = this;
    return { 'ticket.rating': ratings, 'ticket.return_request': returns, 'ticket.callback_attempt': attempts };
  }

  /** The lead's part, and its handler. */
  get lead(): { input: { assignmentId: string }; handler: Actor; departmentId: string } {
    const { leadId, leadDepartmentId } = this.ticket;
    if (!leadId || !leadDepartmentId) throw new Error('the story has named no lead yet');
    return {
      input: { assignmentId: leadId },
      handler: this.people.handlerOf(leadDepartmentId),
      departmentId: leadDepartmentId,
    };
  }

  /** An id for a row of this ticket. */
  newId = (): string => uuidInMonthOf(this.ticket.id);

  move<Name extends MoveName>(name: Name, input: TransitionInput[Name], actor: Actor): void {
    const context: MoveContext = {
      actor,
      at: this.at,
      newId: this.newId,
      pastClocks: new Set(),
      unitsOf: (id) => [id],
    };
    const next = move(this.ticket, name, input, context);
    this.moved = { ticket: next.ticket, lines: [...this.moved.lines, ...next.lines] };
  }
}
