import { Injectable } from '@nestjs/common';
import type { State } from '#ticket/state';
import { transitions, type TransitionName } from '#ticket/transition';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Database } from '#store/database';
import { isUuid } from '#store/uuid-v7';
import { seesAll, type Caller } from './caller';
import { concealedTexts } from './concealed-texts';
import { cut, readCursor } from './cursor';
import { Directory } from './directory';
import { TicketViews } from './ticket-views';

type History = RouteAnswer<'GET /api/tickets/:id/history'>;

interface LineRow {
  [column: string]: unknown;
  seq: number;
  at: Date;
  actor: string;
  name: TransitionName;
  from: State | null;
  to: State;
  data: Record<string, unknown>;
  text: Record<string, unknown> | null;
  hash: Buffer;
}

/** A ticket's history as callers read it: named, and without what they may not know of its citizen. */
@Injectable()
export class TicketHistory {
  constructor(
    private readonly database: Database,
    private readonly views: TicketViews,
    private readonly directory: Directory,
  ) {}

  /** Oldest first. @throws NotFound for a ticket that does not exist or is outside the caller's scope */
  async page(id: string, query: RouteInput<'GET /api/tickets/:id/history'>['query'], caller: Caller): Promise<History> {
    const conceal = await this.views.concealing(id, caller);
    const [after = 0] = readCursor(query.cursor, 'number') ?? [];
    const rows = await this.database.sql.about(id).query<LineRow>(
      `SELECT seq, at, actor, name, "from", "to", data, text, hash FROM ticket.history
         WHERE ticket_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
      [id, after, query.limit + 1],
    );
    const { shown, nextCursor } = cut(rows, query.limit, ({ seq }) => [String(seq)]);
    return { items: (await this.named(shown)).map((row) => this.line(row, caller, conceal)), nextCursor };
  }

  /** People and other systems by their names; services go by their own. */
  private async named(lines: LineRow[]): Promise<LineRow[]> {
    const ids = [...new Set(lines.flatMap(({ actor, data }) => [actor, data['onBehalfOf']]))].filter(
      (id): id is string => typeof id === 'string' && isUuid(id),
    );
    const people = await this.database.sql.query<{ id: string; name: string }>(
      `SELECT id, name FROM ticket.account WHERE id = ANY($1)
       UNION ALL SELECT id, name FROM ticket.channel_client WHERE id = ANY($1)`,
      [ids],
    );
    const names = new Map(people.map(({ id, name }) => [id, name]));
    const nameOf = (id: string): string => names.get(id) ?? id;
    return lines.map(({ data, ...line }) => ({
      ...line,
      actor: nameOf(line.actor),
      data: typeof data['onBehalfOf'] === 'string' ? { ...data, onBehalfOf: nameOf(data['onBehalfOf']) } : data,
    }));
  }

  private line(
    { text, hash, at, ...row }: LineRow,
    caller: Caller,
    conceal: (text: string) => string,
  ): History['items'][number] {
    // Facts stand over words.
    const {
      assigned,
      parts,
      said: _,
      ...data
    } = toldTo(caller, row.name, { ...concealedTexts(text ?? {}, conceal), ...row.data });
    const named = (field: string, parts: unknown) => this.partsNamed(field, parts, at);
    return {
      ...row,
      at: at.toISOString(),
      label: transitions[row.name].label,
      data: { ...data, ...named('assigned', assigned), ...named('parts', parts) },
      hash: hash.toString('hex'),
    };
  }

  /** The parts that a line tells of, by what their departments were called then; nothing where it tells of none. */
  private partsNamed(field: string, parts: unknown, at: Date): Record<string, unknown> {
    if (!Array.isArray(parts)) return {};
    const named = (parts as { departmentId: string }[]).map((each) => ({
      ...each,
      department: this.directory.departmentName(each.departmentId, at),
    }));
    return { [field]: named };
  }
}

/**
 * What is said of the citizen's identity, and by whom it was looked at, and orders that are not signed: a department is told
 * that it happened, not what was said.
 */
const hotlinesWords: readonly TransitionName[] = [
  'reveal',
  'changeCallbackNumber',
  'consentToIdentity',
  'withdrawConsent',
  'liftConfidentiality',
  'supervise',
  'amendSupervision',
  'discardSupervision',
];

/** Which tickets are the same citizen's is the hotline's to know. */
function toldTo(caller: Caller, name: TransitionName, told: Record<string, unknown>): Record<string, unknown> {
  if (seesAll(caller)) return told;
  return hotlinesWords.includes(name) ? {} : { ...told, citizenId: undefined };
}
