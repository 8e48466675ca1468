import type { TransitionName } from '#ticket/transition';

/** Turns for the worse stand out; what the system notes by itself stays in the background. */
const tones: Partial<Record<TransitionName, 'red' | 'green' | 'gray'>> = {
  return: 'red',
  sendBack: 'red',
  correctReply: 'red',
  rework: 'red',
  reopen: 'red',
  void: 'red',
  withdraw: 'red',
  approve: 'green',
  rate: 'green',
  mark: 'gray',
  reveal: 'gray',
  thirdPartyCopy: 'gray',
  attach: 'gray',
  shareAttachment: 'gray',
  withholdAttachment: 'gray',
};

export const historyTone = (name: TransitionName): string => tones[name] ?? 'blue';
