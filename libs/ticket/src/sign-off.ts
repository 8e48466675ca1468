import { isJoint } from './assignments';
import type { Assignment } from './ticket';

/** What a department's head may have to sign before the hotline hears of it (签发). */
export const signOffKinds = {
  reply: { label: '反馈' },
  return: { label: '退单' },
  extension: { label: '延期' },
  hold: { label: '挂账' },
} as const;
export type SignOffKind = keyof typeof signOffKinds;

/** What became of something that was put before the head. */
export const signOffStates = {
  waiting: { label: '待签发' },
  signed: { label: '已签发' },
  refused: { label: '不予签发' },
  lapsed: { label: '已失效' },
} as const;
export type SignOffState = keyof typeof signOffStates;

/** What a part asks of the hotline itself: a co-handler more time, and everything else by the lead, to whom it answers. */
export const isSigned = (part: Pick<Assignment, 'role' | 'parentId'>, kind: SignOffKind): boolean =>
  part.role === 'lead' || (isJoint(part) && kind === 'extension');

/** Only a reply keeps its part waiting for the signature; what else is to be signed stands beside it. */
export const isOfReply = ({ signOffKind = 'reply' }: { signOffKind?: SignOffKind }): boolean => signOffKind === 'reply';
