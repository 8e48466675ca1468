import type { Guard } from './guard';
import { isTheirs } from './part-guards';
import { isBad } from './rating';
import { partOf, type Assignment } from './ticket';
import type { TransitionInput } from './transition-input';

/** A lead belongs to its round, a co-handler helps in all from then on; what was given back or taken away is nobody's part. */
export const hadPartIn = (rated: number, part: Assignment | undefined): boolean =>
  part !== undefined &&
  part.state !== 'returned' &&
  part.state !== 'cancelled' &&
  (part.role === 'lead' ? part.round === rated : part.round <= rated);

/** Whoever handled a round that the citizen rated badly appeals against that, in time and until one appeal is accepted. */
export const mayAppeal: Guard<TransitionInput['appeal']> = (ticket, input, context) => {
  const theirs = isTheirs(ticket, input, context);
  if (theirs) return theirs;
  const { rating, excluded } = ticket;
  if (!rating || !isBad(rating)) return '群众没有不满意评价，无须申诉';
  if (!hadPartIn(rating.round, partOf(ticket, input))) return '本单位没有承办被评价的那一轮';
  if (excluded) return '已有申诉成立，本单已剔除考核';
  return context.pastClocks.has('appeal-window') ? '已超过申诉期限' : null;
};
