import { transitions, type TransitionName } from '#ticket/transition';

/** A unit's part is handled like a co-handler's, but it answers to its department. */
const unitsWords: Partial<Record<TransitionName, string>> = {
  coSign: '签收',
  coReply: '反馈上级单位',
  coReturn: '退回上级单位',
};

/** What a transition is called on a part, or on no part. */
export const moveLabel = (name: TransitionName, part?: { readonly parentId: string | null }): string =>
  (part?.parentId ? unitsWords[name] : undefined) ?? transitions[name].label;
