import { channels } from '#ticket/channel';
import { Random } from '#platform/random';
import { sampleByWeight } from './draws';
import type { PeriodFigures } from './period-figures';
import type { Ending, PlannedCase } from './planned-case';

type Begun = Omit<PlannedCase, 'ending'>;

/** Of those that are never handled, how many somebody still has in hand. */
const inHandShare = 0.12;

/** Draws what becomes of each case, so that what is counted of all of them afterwards is what was published. */
export function endingsOf(cases: readonly Begun[], figures: PeriodFigures, seed: number): Map<Begun, Ending> {
  const { received, handled, notDissatisfied } = figures;
  const random = Random.for(seed + 2, 0);
  const endings = new Map<Begun, Ending>();
  const draw = (ending: Ending, count: number, weightOf: (begun: Begun) => number) => {
    const free = (begun: Begun) => (endings.has(begun) ? 0 : weightOf(begun));
    for (const drawn of sampleByWeight(cases, count, free, random)) endings.set(drawn, ending);
  };
  const unhandled = received - handled;
  const inHand = Math.round(unhandled * inHandShare);
  draw('in-hand', inHand, lingering);
  draw('withdrawn', unhandled - inHand, withdrawing);
  draw('dissatisfied', handled - notDissatisfied, discontented);
  return endings;
}

/** What nobody can settle soon, with departments that are slow. */
const lingering = ({ way, type, urgency, habits }: Begun): number =>
  way === 'dispatched' && type !== 'praise' && urgency === 'normal' ? habits.late ** 2 : 0;

const withdrawing = ({ way, type }: Begun): number => (way === 'dispatched' && type !== 'praise' ? 1 : 0);

/** Whoever is asked, and of those rather who complains about a department that people are dissatisfied with. */
function discontented(begun: Begun): number {
  const { way, type, channel, habits } = begun;
  if (way === 'on-call') return channel === 'phone' ? 0.06 : 0;
  if (way === 'referred' || !isAsked(begun)) return 0;
  return habits.discontent * (type === 'complaint' ? 1.8 : 1);
}

/** Whether the citizen is asked how it was, once a department has answered. */
export const isAsked = ({ anonymous, type, channel }: Begun): boolean =>
  !anonymous && type !== 'praise' && channels[channel].callback;
