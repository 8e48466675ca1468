import type { Random } from '#platform/random';
import type { CaseStepName } from './case-steps';
import { isAsked } from './endings';
import type { PlannedCase } from './planned-case';

type Steps = readonly CaseStepName[];

/** Of those who are called back, how many answer; and of these, how many by a link. */
const [answers, byLink] = [0.53, 0.3];
/** Of those who were answered on the telephone, how many press a key at the end. */
const presses = 0.5;
/** Of the content, how many were not so at first; of the others, how many had their matter handled again in vain. */
const [mended, inVain] = [0.02, 0.25];

const again: Steps = ['sign', 'contact', 'reply', 'approve'];

/** Everything that happens to a case, in order. */
export function storyOf(planned: PlannedCase, random: Random): Steps {
  if (planned.way === 'on-call') return ['answerOnCall', ...callRating(planned, random)];
  if (planned.way === 'referred') return ['refer'];
  const begun = beginning(planned, random);
  if (planned.ending === 'withdrawn') return [...begun, 'withdraw'];
  if (planned.type === 'praise') return begun;
  if (planned.ending === 'in-hand') return [...begun, 'contact'];
  return [...begun, ...handling(planned, random), ...callback(planned, random)];
}

const some = (name: CaseStepName, probability: number, random: Random): Steps =>
  random.chance(probability) ? [name] : [];

function callRating({ channel, ending }: PlannedCase, random: Random): Steps {
  if (ending === 'dissatisfied') return ['rateCallBadly'];
  return channel === 'phone' ? some('rateCallWell', presses, random) : [];
}

/** Until whoever handles it in the end has signed; a return that is refused is signed by that. */
function beginning({ habits, urgency, type }: PlannedCase, random: Random): Steps {
  const dispatch = random.chance(0.72) || urgency !== 'normal' ? 'dispatch' : 'dispatchByHand';
  if (type === 'praise' || urgency !== 'normal' || !random.chance(habits.returns)) return [dispatch, 'sign'];
  return random.chance(0.6)
    ? [dispatch, 'return', 'uphold', 'dispatchByHand', 'sign']
    : [dispatch, 'return', 'rejectReturn'];
}

/** The department's answer, with what it takes until the hotline takes it. */
function handling({ habits, urgency }: PlannedCase, random: Random): Steps {
  const isExtended = urgency === 'normal' && random.chance(habits.extensions);
  return [
    ...some('contact', habits.contacts, random),
    ...(isExtended ? (['requestExtension', 'extend'] as const) : []),
    'reply',
    ...(random.chance(habits.sentBack) ? (['sendBack', 'replyAgain'] as const) : []),
    'approve',
  ];
}

/** What the citizen says, where anybody is to be asked. */
function callback(planned: PlannedCase, random: Random): Steps {
  if (planned.ending === 'dissatisfied') {
    const before: Steps = random.chance(inVain) ? ['rateBadly', 'judgeReasonable', ...again] : [];
    return [...before, 'rateBadly', 'judgeUnreasonable'];
  }
  if (!isAsked(planned)) return [];
  if (random.chance(mended)) return ['rateBadly', 'judgeReasonable', ...again, 'rateWell'];
  if (random.chance(answers)) return [random.chance(byLink) ? 'rateByLink' : 'rateWell'];
  return ['noAnswer', 'noAnswer', 'noAnswer', 'closeUnrated'];
}
