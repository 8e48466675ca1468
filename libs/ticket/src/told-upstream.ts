import type { TransitionName } from './transition';

/**
 * What the system a ticket came from is told of it, and which facts and words of the line go with it. Its own moves it
 * knows; what is not named here stays in the house.
 */
export const toldUpstream: Readonly<Partial<Record<TransitionName, readonly string[]>>> = {
  register: [],
  complete: [],
  dispatch: [],
  redispatch: [],
  arbitrate: [],
  sign: [],
  contact: [],
  interimReport: ['nextAt'],
  extend: ['until'],
  hold: ['reviewAt'],
  resume: [],
  approve: [],
  answerOnCall: ['text'],
  refer: ['reasonCode', 'route'],
  answerWithMaster: [],
  merge: [],
  unmerge: [],
  release: [],
  returnUp: ['reason'],
  withdraw: [],
  void: [],
  rate: ['solved', 'satisfaction'],
  closeUnrated: [],
  rework: [],
  reopen: [],
};

/** Whether a transition by this name is told to the system a ticket came from. */
export const isToldUpstream = (name: string): name is TransitionName => Object.hasOwn(toldUpstream, name);
