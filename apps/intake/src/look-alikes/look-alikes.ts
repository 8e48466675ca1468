import { Inject, Injectable } from '@nestjs/common';
import { maskNumbers } from '#ticket/mask-identity';
import { isOpen } from '#ticket/state';
import type { RouteAnswer } from '#http-api/routes';
import { Clock } from '#store/clock-now';
import { monthStart } from '#store/partitions';
import { firstIdAt } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import { CitizensOfNumber } from '../search/citizens-of-number';
import { Candidates, type Candidate } from './candidates';
import { comparable } from './likeness';
import { reasonsOf, resemblance, type Asked, type Pair, type Resemblance } from './resemblance';
import { askedTerms, termsOf } from './terms';

type Found = RouteAnswer<'POST /api/tickets/similar'>;
type Alike = Pair & Resemblance;

const shown = 5;

/** Finds the tickets that are likely to be about the matter that is being typed. It joins nothing by itself. */
@Injectable()
export class LookAlikes {
  constructor(
    private readonly candidates: Candidates,
    private readonly citizens: CitizensOfNumber,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async of(asked: Asked, caller: Caller): Promise<Found> {
    const now = this.clock.now();
    const since = firstIdAt(monthStart(now, -this.settings.lookAlikeMonths));
    const [sharing, ofNumber] = await Promise.all([
      this.candidates.byTerms(termsOf(matterOf(asked), askedTerms), since),
      asked.phone ? this.ofNumber(asked.phone, since, caller) : [],
    ]);
    const ids = [...new Set([...sharing, ...ofNumber])].filter((id) => id !== asked.ticketId);
    const found = await this.candidates.read(ids, caller);
    const alike = best(asked, found, new Set(ofNumber));
    const items = await this.answering(alike, caller);
    return { items: items.slice(0, shown).map(({ pair, by }) => view(pair, by, now)) };
  }

  private async ofNumber(phone: string, since: string, caller: Caller): Promise<string[]> {
    return this.candidates.byNumber(await this.citizens.hashOf(phone, caller), since);
  }

  /** Several that were merged are one matter: whoever answers for them stands for all. */
  private async answering(alike: readonly Alike[], caller: Caller): Promise<{ pair: Alike; by: Candidate }[]> {
    const masterIds = alike.flatMap(({ candidate: { mergedIntoId } }) => mergedIntoId ?? []);
    const read = await this.candidates.read([...new Set(masterIds)], caller);
    const masters = new Map(read.map((master) => [master.id, master]));
    const shownIds = new Set<string>();
    return alike.flatMap((pair) => {
      const by = masters.get(pair.candidate.mergedIntoId ?? '') ?? pair.candidate;
      if (shownIds.has(by.id)) return [];
      shownIds.add(by.id);
      return [{ pair, by }];
    });
  }
}

const matterOf = ({ title, content = '', address = null }: Asked) => ({ title, content, address });

/** Best first, of equals the newest. */
function best(asked: Asked, candidates: readonly Candidate[], ofNumber: ReadonlySet<string>): Alike[] {
  const words = comparable(matterOf(asked));
  const alike = candidates.flatMap((candidate) => {
    const pair: Pair = { asked, candidate, isSameCaller: ofNumber.has(candidate.id) };
    const found = resemblance(pair, words, comparable(candidate));
    return found ? [{ ...pair, ...found }] : [];
  });
  return alike.sort((left, right) => right.score - left.score || (left.candidate.id < right.candidate.id ? 1 : -1));
}

function view(pair: Alike, { id, number, title, state }: Candidate, now: Date): Found['items'][number] {
  return {
    ticket: { id, number, title: maskNumbers(title), state },
    score: pair.score,
    reasons: reasonsOf(pair, pair.labels, now),
    joinable: isOpen(state),
  };
}
