import type { Guard } from './guard';
import type { TransitionInput } from './transition-input';

/** A limit of its own only ever shortens: more time is asked for, and given by whoever may. */
export const maySetLimit: Guard<TransitionInput['setLimit']> = (ticket, { dueAt, presentDueAt, latest }, { at }) => {
  if (dueAt <= at) return '单独限时须晚于现在';
  if (presentDueAt <= at) return '办理期限已过，不能再单独限时';
  if (dueAt < latest) return null;
  return ticket.ownDueAt
    ? '单独限时不能晚于规则给的期限：不再限时请取消单独限时，需要更多时间由承办单位申请延期'
    : '单独限时须早于现办理期限；需要更多时间由承办单位申请延期';
};

/** What is late stays late, whoever takes the limit back. */
export const mayLiftLimit: Guard<TransitionInput['liftLimit']> = (ticket, { presentDueAt }, { at }) => {
  if (!ticket.ownDueAt) return '没有单独限时可以取消';
  return presentDueAt <= at ? '办理期限已过，不能再取消单独限时' : null;
};
