import type { Actor } from '#ticket/actor';
import { move, type Moved } from '#ticket/move';
import type { Ticket } from '#ticket/ticket';
import type { MoveName } from '#ticket/transition';
import type { TransitionInput } from '#ticket/transition-input';
import { moveContext } from '#store/begin-ticket';
import type { extensionRow } from '#store/extension-rows';
import type { attemptRow, ratingRow, returnRow, TicketRows } from '#store/ticket-rows';
import { uuidInMonthOf } from '#store/uuid-v7';
import type { Random } from '#platform/random';
import type { People } from './people';

/** A ticket while its past is being told: every step goes through the rules of libs/ticket at its own instant. */
export class Past {
  readonly ratings: ReturnType<typeof ratingRow>[] = [];
  readonly returns: ReturnType<typeof returnRow>[] = [];
  readonly attempts: ReturnType<typeof attemptRow>[] = [];
  readonly extensions: ReturnType<typeof extensionRow>[] = [];

  constructor(
    protected moved: Moved,
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
    return {
      'ticket.rating': this.ratings,
      'ticket.return_request': this.returns,
      'ticket.callback_attempt': this.attempts,
      'ticket.extension': this.extensions,
    };
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
    const next = move(
      this.ticket,
      name,
      input,
      moveContext(this.ticket.id, actor, this.at, (id) => [id]),
    );
    this.moved = { ticket: next.ticket, lines: [...this.moved.lines, ...next.lines] };
  }
}
