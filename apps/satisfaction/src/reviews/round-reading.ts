import { Injectable } from '@nestjs/common';
import { counts, type Rating } from '#ticket/rating';
import type { SendBackReason } from '#ticket/reason';
import type { RouteAnswer } from '#http-api/routes';
import { Database } from '#store/database';
import type { Caller } from '#platform/caller';
import { personOrService, type Named } from '#platform/person-named';
import { TicketViews } from '#platform/ticket-views';

type Rounds = RouteAnswer<'GET /api/tickets/:id/rounds'>;
type Round = Rounds['rounds'][number];

interface LineRow {
  [column: string]: unknown;
  name: 'sendBack' | 'judge';
  at: Date;
  by: Named | null;
  /** How many rounds had begun then. */
  round: number;
  data: Record<string, unknown>;
  text: Record<string, string> | null;
}

interface RatingRow extends Rating {
  [column: string]: unknown;
  round: number;
  comment: string | null;
  at: Date;
  numberChanged: boolean;
}

/** A round begins with the line that names its lead. */
const linesOfTicket = `
SELECT h.name, h.at, ${personOrService('h.actor')} AS by, h.data, h.text, (
  SELECT max((a ->> 'round')::int) FROM ticket.history b, jsonb_array_elements(b.data -> 'assigned') a
  WHERE b.ticket_id = h.ticket_id AND b.seq < h.seq AND a ->> 'role' = 'lead') AS round
FROM ticket.history h WHERE h.ticket_id = $1 AND h.name IN ('sendBack', 'judge') ORDER BY h.seq`;

const ratingsOfTicket = `
SELECT round, source, contacted, solved, satisfaction, comment, at, number_changed AS "numberChanged"
FROM ticket.rating WHERE ticket_id = $1 AND NOT merged ORDER BY at, id`;

/** Each round of a ticket, as the hotline and the citizen spoke of it: nothing that was said is lost by a rework. */
@Injectable()
export class RoundReading {
  constructor(
    private readonly database: Database,
    private readonly views: TicketViews,
  ) {}

  /** @throws NotFound outside the caller's scope */
  async of(id: string, caller: Caller): Promise<Rounds> {
    const conceal = await this.views.concealing(id, caller);
    const sql = this.database.sql.about(id);
    const lines = await sql.query<LineRow>(linesOfTicket, [id]);
    const ratings = await sql.query<RatingRow>(ratingsOfTicket, [id]);
    const said = (text: string | null | undefined) => (text ? conceal(text) : null);
    const known = [...new Set([...lines, ...ratings].map(({ round }) => round))].sort((a, b) => a - b);
    const rounds = known.map((round): Round => {
      const own = lines.filter((line) => line.round === round);
      return {
        round,
        sendBacks: own
          .filter(({ name }) => name === 'sendBack')
          .map(({ at, by, data, text }) => ({
            ...{ at: at.toISOString(), by, note: said(text?.['note']) },
            reasonCode: data['reasonCode'] as SendBackReason,
          })),
        ratings: ratings
          .filter((rating) => rating.round === round)
          .map((rating) => ({ ...ratingOf(rating), comment: said(rating.comment) })),
        judgements: own
          .filter(({ name }) => name === 'judge')
          .map(({ at, by, data, text }) => ({
            ...{ at: at.toISOString(), by, reason: said(text?.['reason']) },
            reasonable: data['reasonable'] === true,
          })),
      };
    });
    const valid = ratings.filter(counts);
    const [first, final] = [valid.findLast(({ round }) => round === 1), valid.at(-1)];
    return { rounds, first: first ? ratingOf(first) : null, final: final ? ratingOf(final) : null };
  }
}

const ratingOf = ({ source, contacted, solved, satisfaction, round, at, numberChanged }: RatingRow) => ({
  ...{ source, contacted, solved, satisfaction, round, numberChanged },
  at: at.toISOString(),
});
