import { Injectable } from '@nestjs/common';
import { redactIdentity } from '#ticket/redact-identity';
import type { Ticket } from '#ticket/ticket';
import { noContact } from '#store/citizen';
import { Database } from '#store/database';
import { KeyRing } from '#store/key-ring';
import { readContact } from '#store/write-citizen';
import { Directory } from '#platform/directory';
import { Merging } from '../tickets/merging';
import { answersIn, type Answer } from './answers';
import { toldNames } from './tellings';
import { trackedLines, type TrackedLine } from './tracked-line';

/** What citizens were answered: on their own ticket, or on the one that theirs was merged into. */
@Injectable()
export class AnswersToCitizens {
  constructor(
    private readonly database: Database,
    private readonly keys: KeyRing,
    private readonly directory: Directory,
    private readonly merging: Merging,
  ) {}

  /** Oldest first. */
  async of(ticket: Ticket, lines: readonly TrackedLine[]): Promise<Answer[]> {
    const own = answersIn(lines, this.directory.departmentName);
    const told = ticket.state === 'merged' && lines.findLast(({ name }) => name === 'answerWithMaster');
    if (!told) return own;
    const answers = await this.ofMaster(ticket);
    const standing = answers.findLast(({ at }) => at <= told.at) ?? answers[0];
    return standing ? [...own, { ...standing, at: told.at }] : own;
  }

  /** What the master's own citizen was told, without whoever that is; a master may follow another one. */
  private async ofMaster({ mergedIntoId }: Ticket): Promise<Answer[]> {
    const { sql } = this.database;
    const master = await this.merging.masterOf(mergedIntoId ?? '');
    if (!master || master.erasedAt) return [];
    const citizen = {
      ...noContact,
      ...(master.citizenId && (await readContact(sql, this.keys, master.citizenId))),
      codes: [master.number, master.trackingCode],
    };
    const answers = await this.of(master, await trackedLines(sql, master.id, toldNames));
    return answers.map((answer) => ({ ...answer, text: redactIdentity(answer.text, citizen) }));
  }
}
