import type { Ticket } from '#ticket/ticket';
import type { TransitionName } from '#ticket/transition';
import { isUuid } from '#store/uuid-v7';

/** Under what a ticket is counted: it may change, and what was counted before it stays counted under what it was then. */
export interface Standing {
  readonly departmentId: string | null;
  readonly areaCode: string | null;
  readonly categoryCode: string | null;
  readonly type: string;
  readonly channel: string;
  /** Of another system's history: left out unless somebody asks for it. */
  readonly imported: boolean;
  /** 走访队伍, of what a visit brought. */
  readonly team: string | null;
  /** 话务员: the account that registered it; null for what came in without one. */
  readonly agent: string | null;
}

/** A ticket after a line of its history. */
export interface ToldTicket {
  readonly name: TransitionName;
  readonly actor: string;
  readonly ticket: Ticket;
}

/**
 * What a ticket stands under after each step: the department that its lead's part was given to, and the area it was said
 * to lie in. Whoever takes the place of one of them (机构调整) takes over the work; the figures stay whose they were.
 */
export class Stands {
  private readonly givenTo = new Map<string, string>();
  private succeeded: { readonly area: string | null; readonly was: string | null } | null = null;
  private area: string | null | undefined;
  private agent: string | null = null;
  private last: Standing | null = null;

  constructor(private readonly team: string | null) {}

  /** The ticket's standing after a step; the same object while it is the same. */
  after({ name, actor, ticket }: ToldTicket): Standing {
    const { leadId, leadDepartmentId, areaCode } = ticket;
    for (const { id, departmentId } of ticket.assignments)
      if (!this.givenTo.has(id)) this.givenTo.set(id, departmentId);
    if (name === 'succeed' && this.area !== undefined && this.area !== areaCode)
      this.succeeded = { area: areaCode, was: this.succeeded?.area === this.area ? this.succeeded.was : this.area };
    this.area = areaCode;
    if (name === 'register' && isUuid(actor)) this.agent = actor;
    const standing = {
      departmentId: leadId === null ? leadDepartmentId : this.departmentOf(leadId),
      areaCode: this.succeeded?.area === areaCode ? this.succeeded.was : areaCode,
      categoryCode: ticket.categoryCode,
      type: ticket.type,
      channel: ticket.channel,
      imported: ticket.imported,
      team: this.team,
      agent: this.agent,
    };
    return (this.last = this.last && isSame(this.last, standing) ? this.last : standing);
  }

  /** Whom a part was given to, whoever has taken their place since; null for a part nobody told of. */
  readonly departmentOf = (partId: string): string | null => this.givenTo.get(partId) ?? null;
}

/** The same under another department. */
export const underDepartment = (standing: Standing, departmentId: string | null): Standing =>
  standing.departmentId === departmentId ? standing : { ...standing, departmentId };

export const isSame = (one: Standing, other: Standing): boolean =>
  one.departmentId === other.departmentId &&
  one.areaCode === other.areaCode &&
  one.categoryCode === other.categoryCode &&
  one.type === other.type &&
  one.channel === other.channel &&
  one.imported === other.imported &&
  one.team === other.team &&
  one.agent === other.agent;
