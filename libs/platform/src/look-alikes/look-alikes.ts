import { Inject, Injectable } from '@nestjs/common';
import { maskNumbers } from '#ticket/mask-identity';
import { isOpen } from '#ticket/state';
import type { RouteAnswer } from '#http-api/routes';
import { Clock } from '#store/clock-now';
import { monthStart } from '#store/partitions';
import { firstIdAt } from '#store/uuid-v7';
import type { Caller } from '../caller';
import { SETTINGS } from '../resources';
import type { Settings } from '../settings';
import { Candidates, type Candidate } from './candidates';
import { comparable } from './likeness';
import { reasonsOf, resemblance, type Asked, type Pair, type Resemblance } from './resemblance';
import { askedTerms, termsOf } from './terms';

type Found = RouteAnswer<'POST /api/tickets/similar'>;
type Alike = Pair & Resemblance;

/** A ticket that is likely to be about the same, and who answers for it: itself, or the one it was merged into. */
interface Answered {
  readonly pair: Alike;
  readonly by: Candidate;
}

const shown = 5;

/** Finds the tickets that are likely to be about the matter that is being typed. It joins nothing by itself. */
@Injectable()
export class LookAlikes {
  constructor(
    private readonly candidates: Candidates,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @param phoneHash of the number that the caller gave and this person may look for */
  async of(asked: Asked, caller: Caller, phoneHash?: Buffer): Promise<Found> {
    const now = this.clock.now();
    const items = await this.likest(asked, caller, phoneHash);
    return { items: items.map(({ pair, by }) => view(pair, by, now)) };
  }

  /** The few that are likest and that the caller may see, the likest first. */
  async likest(asked: Asked, caller: Caller, phoneHash?: Buffer): Promise<Answered[]> {
    const since = firstIdAt(monthStart(this.clock.now(), -this.settings.lookAlikeMonths));
    const [sharing, ofNumber] = await Promise.all([
      this.candidates.byTerms(termsOf(matterOf(asked), askedTerms), since),
      phoneHash ? this.candidates.byNumber(phoneHash, since) : [],
    ]);
    const ids = [...new Set([...sharing, ...ofNumber])].filter((id) => id !== asked.ticketId);
    const found = await this.candidates.read(ids, caller);
    const items = await this.answering(best(asked, found, new Set(ofNumber)), caller);
    return items.slice(0, shown);
  }

  /** Several that were merged are one matter: whoever answers for them stands for all. */
  private async answering(alike: readonly Alike[], caller: Caller): Promise<Answered[]> {
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
