import { Injectable } from '@nestjs/common';
import { timeWords } from '#calendar/time-words';
import { elements } from '#ticket/element';
import type { Ticket } from '#ticket/ticket';
import type { TrackedView } from '#http-api/tracking-shapes';
import { attachmentsOf, type Attachment } from '#store/attachment-rows';
import { Database } from '#store/database';
import { readTicket } from '#store/read-ticket';
import { NotFound } from '#store/store-errors';
import { Directory } from '#platform/directory';
import type { Answer } from './answers';
import { AnswersToCitizens } from './answers-to-citizens';
import { CitizenAllowances } from './citizen-allowances';
import { leadNamedBy } from './lead-named-by';
import { missingWords } from './missing-words';
import { promiseOf } from './promise-words';
import { stagesOf } from './stages';
import { standingOf } from './standings';
import { stepsOf } from './steps';
import { toldNames } from './tellings';
import { actsOn } from './tracked-acts';
import { trackedClocks, type TrackedClock } from './tracked-clocks';
import { trackedLines, type TrackedLine } from './tracked-line';

/** All that a citizen's view is made of. */
interface Facts {
  readonly ticket: Ticket;
  readonly lines: readonly TrackedLine[];
  readonly clocks: readonly TrackedClock[];
  readonly files: readonly Attachment[];
  readonly answers: readonly Answer[];
}

/** Tickets as their citizens are shown them. */
@Injectable()
export class TrackedTickets {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly answers: AnswersToCitizens,
    private readonly allowances: CitizenAllowances,
  ) {}

  /** @throws NotFound */
  async view(id: string): Promise<TrackedView> {
    const facts = await this.facts(id);
    const { ticket, lines, clocks, files, answers } = facts;
    const now = this.allowances.now();
    const timeOf = (at: Date) => timeWords(at, now);
    const standing = this.standing(facts, { now, timeOf });
    const promise = clocks.find(({ kind }) => kind === 'citizen');
    return {
      number: ticket.number,
      title: ticket.title,
      registeredAt: ticket.registeredAt.toISOString(),
      standing,
      stages: stagesOf(ticket, lines, answers, standing.label),
      promise: promiseOf(promise, { ticket, lines, now, timeOf }),
      answers: answers.map((answer) => ({ ...answer, at: answer.at.toISOString() })).reverse(),
      steps: stepsOf(lines, { nameOf: this.directory.departmentName, timeOf }),
      ...addedTo(facts),
      missing: missingOf(ticket),
      picturesLeft: this.allowances.picturesLeft(files),
      nudges: ticket.nudges,
      nudgeFrom: this.allowances.nudgeFrom(lines, now)?.toISOString() ?? null,
      acts: actsOn(ticket),
      confidential: ticket.confidential,
    };
  }

  private async facts(id: string): Promise<Facts> {
    const { sql } = this.database;
    const found = await readTicket(sql, id);
    if (!found) throw new NotFound('ticket');
    const { ticket } = found;
    const lines = await trackedLines(sql, id, toldNames);
    const [clocks, files] = [await trackedClocks(sql, id), await attachmentsOf(sql, id)];
    return { ticket, lines, clocks, files, answers: await this.answers.of(ticket, lines) };
  }

  private standing(
    { ticket, lines, clocks }: Facts,
    { now, timeOf }: { now: Date; timeOf: (at: Date) => string },
  ): TrackedView['standing'] {
    const lead = lines.map(leadNamedBy).findLast((each) => each !== null);
    return standingOf(ticket, {
      lead: lead ? this.directory.departmentName(lead) : '承办单位',
      until: (...kinds) => {
        const running = clocks.find(({ kind, state }) => state === 'running' && kinds.includes(kind));
        return running && running.dueAt > now ? timeOf(running.dueAt) : null;
      },
    });
  }
}

/** What the citizen added on the page. */
const addedTo = ({ lines, files }: Facts): Pick<TrackedView, 'supplements' | 'pictures'> => ({
  supplements: lines
    .filter(({ name, by }) => name === 'supplement' && by === 'citizen')
    .flatMap(({ at, text }) => (text === null ? [] : [{ at: at.toISOString(), text }])),
  pictures: files
    .filter(({ by, key }) => by === 'citizen' && key !== null)
    .map(({ id, at, name, bytes }) => ({ id, at: at.toISOString(), name, bytes })),
});

const missingOf = ({ state, missing }: Ticket): TrackedView['missing'] =>
  state === 'incomplete'
    ? (Object.keys(elements) as (keyof typeof elements)[])
        .filter((element) => missing.includes(element))
        .map((element) => ({ element, words: missingWords[element] }))
    : [];
