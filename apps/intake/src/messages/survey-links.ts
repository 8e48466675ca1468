import { Injectable } from '@nestjs/common';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { KeyRing } from '#store/key-ring';
import { surveyTokens, type AskedRound } from '#store/survey-rows';

/** Stands in what is kept of a message for the part of the address that is its citizen's alone. */
const standIn = '〔评价码〕';

/** The address of a survey as messages keep it. */
export const surveyAddress = (ratingUrl: string): string => `${ratingUrl.replace(/\/+$/, '')}/${standIn}`;

/** A message whose words are kept, about to leave the house. */
interface Leaving {
  readonly id: string;
  readonly asked: AskedRound;
  readonly text: string;
}

/** Completes the links to surveys in messages that leave the house: here, and only here, a token is said. */
@Injectable()
export class SurveyLinks {
  constructor(
    private readonly database: Database,
    private readonly keys: KeyRing,
    private readonly clock: Clock,
  ) {}

  /** What each of these says outside, by its id. One that is sent again has the same link. */
  async completed(leaving: readonly Leaving[]): Promise<ReadonlyMap<string, string>> {
    const asking = leaving.filter(({ text }) => text.includes(standIn)).map(({ asked }) => asked);
    const tokenOf =
      asking.length > 0 ? await surveyTokens(this.database.sql, this.keys, asking, this.clock.now()) : null;
    return new Map(leaving.map(({ id, asked, text }) => [id, text.replaceAll(standIn, tokenOf?.(asked) ?? '')]));
  }
}
