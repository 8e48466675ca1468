import { transitions } from '#ticket/transition';
import type { Labelled } from '../words/options';

/** What becomes of a call at its registration. */
export const dispositions = {
  dispatch: { label: '派单办理' },
  answer: { label: transitions.answerOnCall.label },
  refer: { label: transitions.refer.label },
  hold: { label: '暂缓派单' },
} as const satisfies Labelled;

export type Disposition = keyof typeof dispositions;
