import { Injectable } from '@nestjs/common';
import { TransitionRefused } from '#ticket/transition-refused';
import type { RouteAnswer } from '#http-api/routes';
import { canonicalJson } from '#store/canonical-json';
import { Database } from '#store/database';
import { KeyRing } from '#store/key-ring';
import { rated } from '#store/rated';
import { KeyTaken } from '#store/store-errors';
import { TicketStore } from '#store/ticket-store';
import type { Writer } from '#store/writer';
import type { Caller } from '#platform/caller';
import { Refusal } from '#platform/problems';
import { headedRows } from '#platform/tables/headed-rows';
import { readTable } from '#platform/tables/read-table';
import { readSurveyRow, surveyColumns, UnreadableResult, type SurveyResult } from './read-survey-row';
import { resultRefusal } from './result-refusal';

type Outcome = RouteAnswer<'POST /api/survey-results'>;

const mostRows = 5_000;

/** 调查导入: what citizens told a survey company, each row a rating of its own. */
@Injectable()
export class SurveyResults {
  constructor(
    private readonly store: TicketStore,
    private readonly database: Database,
    private readonly keys: KeyRing,
  ) {}

  /** Row by row: what cannot be taken is refused alone, and the same row again adds nothing. @throws Refusal for no such table */
  async take(file: Uint8Array, caller: Caller): Promise<Outcome> {
    const rows = headedRows(await readTable(file), surveyColumns);
    if (rows.length > mostRows) throw new Refusal('invalid', `一次最多导入${mostRows}行，请分成几个文件`);
    const outcome: Outcome = { accepted: 0, known: 0, refused: [] };
    for (const row of rows)
      try {
        await this.rate(readSurveyRow(row), caller);
        outcome.accepted += 1;
      } catch (error) {
        if (error instanceof KeyTaken) outcome.known += 1;
        else outcome.refused.push({ line: row.line, reason: reasonOf(error) });
      }
    return outcome;
  }

  private async rate(result: SurveyResult, { id, name, departmentIds }: Caller): Promise<void> {
    const ticketId = await this.ticketOf(result);
    // Whoever brings the file speaks for the company, which is a channel like others.
    const writer: Writer = { id, name, departmentIds, roles: ['channel'], origin: this.originOf(result) };
    await this.refuseKnown(writer);
    await this.store.move(ticketId, writer, (ticket, context) => {
      const refusal = resultRefusal(ticket, result, context.at);
      if (refusal !== null) throw new UnreadableResult(refusal);
      return rated(ticket, { source: 'survey-import', ...result.said }, context);
    });
  }

  /** A row is known by all that it says, for good: as a digest, since it may say what somebody said. */
  private originOf({ line: _, ...told }: SurveyResult) {
    const value = `survey/${this.keys.digest('import-row', canonicalJson(told)).toString('base64url')}`;
    return { kind: 'message', value } as const;
  }

  /** Before its ticket is asked: that has moved on since. @throws KeyTaken */
  private async refuseKnown({ origin }: Writer): Promise<void> {
    const known = await this.database.sql.one(`SELECT 1 FROM ticket.ticket_key WHERE kind = $1 AND value = $2`, [
      origin?.kind,
      origin?.value,
    ]);
    if (known) throw new KeyTaken('message');
  }

  private async ticketOf({ number }: SurveyResult): Promise<string> {
    const known = await this.database.sql.one<{ id: string }>(
      `SELECT reference AS id FROM ticket.ticket_key WHERE kind = 'number' AND value = $1`,
      [number],
    );
    if (!known) throw new UnreadableResult('没有这个编号的工单');
    return known.id;
  }
}

/** @throws what is no matter of the row */
function reasonOf(error: unknown): string {
  if (error instanceof UnreadableResult) return error.message;
  if (error instanceof TransitionRefused) return error.detail;
  throw error;
}
