import type { Guard } from './guard';
import { isTheirs } from './part-guards';
import { isBad } from './rating';
import { partOf } from './ticket';
import type { TransitionInput } from './transition-input';

/** Whoever handled a round that the citizen rated badly appeals against that, in time and until one appeal is accepted. */
export const mayAppeal: Guard<TransitionInput['appeal']> = (ticket, input, context) => {
  const theirs = isTheirs(ticket, input, context);
  if (theirs) return theirs;
  const { rating, excluded } = ticket;
  if (!rating || !isBad(rating)) return '群众没有不满意评价，无须申诉';
  if ((partOf(ticket, input)?.round ?? 0) > rating.round) return '本单位没有承办被评价的那一轮';
  if (excluded) return '已有申诉成立，本单已剔除考核';
  return context.pastClocks.has('appeal-window') ? '已超过申诉期限' : null;
};
