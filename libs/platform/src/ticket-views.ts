import { Injectable } from '@nestjs/common';
import { clockKinds, type ClockKind } from '#ticket/clock-kind';
import { isAccused } from '#ticket/identity-guards';
import { maskCitizen, maskNumbers } from '#ticket/mask-identity';
import { redactCitizen } from '#ticket/redact-identity';
import { states, type Holder, type State } from '#ticket/state';
import type { Ticket } from '#ticket/ticket';
import type { RouteAnswer } from '#http-api/routes';
import { Database } from '#store/database';
import { KeyRing } from '#store/key-ring';
import { maskName, maskPhone } from '#ticket/masks';
import { noContact, openContact, type Contact } from '#store/citizen';
import { NotFound } from '#store/store-errors';
import { isUuid } from '#store/uuid-v7';
import { attachmentViews } from './attachment-views';
import { seesAll, type Caller } from './caller';
import { concealedTexts } from './concealed-texts';
import { Directory } from './directory';
import { areaNamed, categoryNamed } from './place-named';
import { inScope } from './scope';
import { supplementViews } from './supplement-views';
import { supervisionSummaries } from './supervision-views';
import {
  pageFrom,
  pageSelect,
  type AssignmentJson,
  type ClockJson,
  type PageRow,
  type SummaryRow,
} from './ticket-select';

export type TicketView = RouteAnswer<'GET /api/tickets/:id'>;
export type TicketSummary = RouteAnswer<'GET /api/tickets'>['items'][number];
type AssignmentView = TicketView['assignments'][number];
type ClockView = TicketView['clocks'][number];

export const holderLabels: Record<Holder, string> = {
  agent: '话务员',
  dispatcher: '派单员',
  supervisor: '督办员',
  lead: '承办单位',
  reviewer: '审核员',
  upstream: '上级单位',
  callback: '回访员',
};

const instant = (at: Date | null): string | null => at?.toISOString() ?? null;
const instantOf = (text: string | null): string | null => (text === null ? null : new Date(text).toISOString());

/** When a part was over: it keeps the name that its department had then. */
const endOf = ({ ended_at: at }: AssignmentJson): Date | null => (at === null ? null : new Date(at));

/** Whether this caller may read out a tracking code to its citizen. */
export const mayTellCode = (caller: Caller): boolean =>
  caller.roles.some((role) => role === 'agent' || role === 'shift-lead');

/** Tickets as callers see them: in scope, named, and with the citizen masked. */
@Injectable()
export class TicketViews {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly keys: KeyRing,
  ) {}

  /** @throws NotFound for a ticket that does not exist or is outside the caller's scope. */
  async ticket(id: string, caller: Caller): Promise<TicketView> {
    return this.page(await this.row(id, caller), caller);
  }

  /** Takes out of a text of this ticket what the caller may not know of its citizen. @throws NotFound as above */
  async concealing(id: string, caller: Caller): Promise<(text: string) => string> {
    const row = await this.row(id, caller);
    return this.conceal(row, this.contactOf(row), caller);
  }

  private async row(id: string, caller: Caller): Promise<PageRow> {
    const values: unknown[] = [id];
    const scope = inScope(caller, values);
    const row = isUuid(id)
      ? await this.database.sql
          .about(id)
          .one<PageRow & Record<string, unknown>>(
            `SELECT ${pageSelect} FROM ${pageFrom} WHERE t.id = $1 AND ${scope}`,
            values,
          )
      : undefined;
    if (!row) throw new NotFound('ticket');
    return row;
  }

  /** A ticket that was registered this moment: nothing of it has to be read back, and nobody has clocked it yet. */
  registered(ticket: Ticket, contact: Contact, caller: Caller): TicketView {
    const unread = {
      dueAt: null,
      promisedAt: null,
      alert: 'none' as const,
      awaitsArbitration: false,
      clocksCurrent: true,
      sealed: null,
      wrappedKey: null,
      clocks: null,
      rating: null,
      issue: null,
      consented: null,
      missing: [...ticket.missing],
      assignments: null,
      attachments: null,
      supplements: null,
      supervisions: null,
      mergedTickets: 0,
    };
    return this.page(Object.assign({}, ticket, unread), caller, contact);
  }

  /** Field by field: copying the fields by their names took a fifth of the time of a list. */
  summary(row: SummaryRow): TicketSummary {
    const { stateSince, categoryCode, areaCode, leadDepartmentId, closedAt } = row;
    return {
      id: row.id,
      number: row.number,
      state: row.state,
      type: row.type,
      urgency: row.urgency,
      channel: row.channel,
      title: maskNumbers(row.title),
      round: row.round,
      alert: row.alert,
      nudges: row.nudges,
      judgementDue: row.judgementDue,
      stability: row.stability,
      peopleInvolved: row.peopleInvolved,
      amountYuan: row.amountYuan,
      callbackAttempts: row.callbackAttempts,
      // What is over keeps the names that held then.
      category: categoryNamed(this.directory, categoryCode, closedAt),
      area: areaNamed(this.directory, areaCode, closedAt),
      lead: this.department(leadDepartmentId, closedAt),
      holder: this.holder(
        row.awaitsArbitration ? 'supervisor' : states[row.state].holder,
        leadDepartmentId,
        stateSince,
      ),
      registeredAt: row.registeredAt.toISOString(),
      dueAt: instant(row.dueAt),
      promisedAt: instant(row.promisedAt),
      handledAt: instant(row.handledAt),
      closedAt: instant(row.closedAt),
    };
  }

  assignment(row: AssignmentJson): AssignmentView {
    return {
      id: row.id,
      ticketId: row.ticket_id,
      departmentId: row.department_id,
      department: { id: row.department_id, name: this.directory.departmentName(row.department_id, endOf(row)) },
      parentId: row.parent_id,
      role: row.role as AssignmentView['role'],
      state: row.state as AssignmentView['state'],
      round: row.round,
      dispatchedAt: new Date(row.dispatched_at).toISOString(),
      dueAt: instantOf(row.due_at),
      signedAt: instantOf(row.signed_at),
      contactedAt: instantOf(row.contacted_at),
      submittedAt: instantOf(row.submitted_at),
      answeredAt: instantOf(row.answered_at),
      reply: row.reply as AssignmentView['reply'],
    };
  }

  private clock(row: ClockJson, ticketState: State): ClockView {
    return {
      id: row.id,
      kind: row.kind as ClockKind,
      label: clockKinds[row.kind as ClockKind].label,
      state: row.state as ClockView['state'],
      assignmentId: row.assignment_id,
      round: row.round,
      generation: row.generation,
      startedAt: new Date(row.started_at).toISOString(),
      yellowAt: instantOf(row.yellow_at),
      dueAt: new Date(row.due_at).toISOString(),
      metAt: instantOf(row.met_at),
      alert: row.alert as ClockView['alert'],
      shortened: row.rule.steps?.some(({ kind }) => kind === 'own-limit') ?? false,
      paused: ticketState === 'held' && row.state === 'running' && row.kind !== 'held',
    };
  }

  /**
   * Masked for everybody. A department is not told which tickets are the same citizen's, and of one who is protected,
   * or who complains about that very department, nothing at all: a surname and seven digits would say who it was.
   */
  citizen(
    row: Pick<PageRow, 'citizenId' | 'anonymous' | 'confidential' | 'subjectDepartmentId'>,
    contact: Contact | null,
    caller: Caller,
  ) {
    const withheld = this.isKept(row, caller);
    const shown = withheld ? null : contact;
    return {
      id: seesAll(caller) ? row.citizenId : null,
      name: shown?.name ? maskName(shown.name) : null,
      phone: shown?.phone ? maskPhone(shown.phone) : null,
      gender: shown?.gender ?? null,
      anonymous: row.anonymous,
      confidential: row.confidential,
      withheld,
    };
  }

  /** Whether this caller is to know nothing of who it is. */
  private isKept(row: Pick<PageRow, 'confidential' | 'subjectDepartmentId'>, caller: Caller): boolean {
    if (seesAll(caller)) return false;
    return row.confidential || isAccused(row, caller.departmentIds, this.directory.unitsOf);
  }

  /**
   * People say their name and number in what they tell, and give their own house as the place. The hotline edits what was
   * said, and so reads it as it stands; a department reads it masked, and of one who is protected without them.
   */
  private conceal(
    row: Pick<PageRow, 'confidential' | 'subjectDepartmentId'>,
    contact: Contact | null,
    caller: Caller,
  ): (text: string) => string {
    if (seesAll(caller)) return (text) => text;
    if (contact && this.isKept(row, caller)) return (text) => maskNumbers(redactCitizen(text, contact));
    return (text) => maskCitizen(text, contact ?? noContact);
  }

  /** The contact behind a page's row; only `reveal`, the mask above, and who takes it out of a text may use it. */
  contactOf(row: Pick<PageRow, 'sealed' | 'wrappedKey'>): Contact | null {
    const { sealed, wrappedKey } = row;
    return sealed && wrappedKey ? openContact(this.keys, { sealed, wrapped_key: wrappedKey }) : null;
  }

  /** Field by field, as a list's row. (A spread that so many fields follow would take eighty times as long as `assign`.) */
  private page(row: PageRow, caller: Caller, contact = this.contactOf(row)): TicketView {
    const conceal = this.conceal(row, contact, caller);
    const isKept = this.isKept(row, caller);
    return Object.assign(this.summary(row), {
      version: row.version,
      title: conceal(row.title),
      content: conceal(row.content),
      address: row.address && conceal(row.address),
      location: row.location,
      subjectParty: row.subjectParty && conceal(row.subjectParty),
      subjectDepartmentId: row.subjectDepartmentId,
      expectsReply: row.expectsReply,
      routingHeld: row.routingHeld,
      restricted: row.restricted,
      missing: row.missing as TicketView['missing'],
      upstreamSystem: row.upstreamSystem,
      upstreamNumber: row.upstreamNumber,
      previousTicketId: row.previousTicketId,
      mergedIntoId: row.mergedIntoId,
      mergedTickets: row.mergedTickets,
      issue: row.issue && { id: row.issue.id, name: row.issue.name ?? unnamedIssue },
      post: isKept ? null : row.post,
      attributes: isKept ? {} : concealedTexts(row.attributes, conceal),
      urges: row.urges,
      rating: row.rating && ({ numberChanged: false, ...row.rating } as TicketView['rating']),
      excluded: row.excluded,
      callbackNumberChanges: row.callbackNumberChanges,
      identityConsents: row.consented ?? [],
      supplements: supplementViews(row.supplements ?? [], conceal),
      ...attachmentViews(row, row.attachments ?? [], caller, this.directory.unitsOf),
      closeReason: row.closeReason,
      imported: row.imported,
      archivedAt: instant(row.archivedAt),
      erasedAt: instant(row.erasedAt),
      clocksCurrent: row.clocksCurrent,
      occurredAt: row.occurredAt.toISOString(),
      upstreamDueAt: instant(row.upstreamDueAt),
      ownDueAt: instant(row.ownDueAt),
      limitClass: row.limitClass,
      citizen: this.citizen(row, contact, caller),
      assignments: (row.assignments ?? []).map((each) => this.assignment(each)),
      clocks: (row.clocks ?? []).map((each) => this.clock(each, row.state)),
      supervisions: supervisionSummaries(row.supervisions ?? [], caller, this.directory.departmentName),
      trackingCode: mayTellCode(caller) ? row.trackingCode : null,
    });
  }

  private department(id: string | null, at: Date | null = null) {
    return id === null ? null : { id, name: this.directory.departmentName(id, at) };
  }

  private holder(holder: Holder | null, leadDepartmentId: string | null, since: Date): TicketSummary['holder'] {
    if (!holder) return null;
    const department = holder === 'lead' ? this.department(leadDepartmentId) : null;
    return { role: holder, label: department?.name ?? holderLabels[holder], department, since: since.toISOString() };
  }
}

/** A hot issue that nobody has named. */
const unnamedIssue = '（未命名热点）';
