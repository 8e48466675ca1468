import { allowedMoves } from './allowed-moves';
import { roleNames } from './role';
import { endStates, isOpen, openStates, stateNames } from './state';
import { transitionNames, transitionRow } from './transition';

const open = 'incomplete registered dispatched handling returning held replied upstream returning-up callback';
const desk = 'handler officer';
const dispatchDesk = 'dispatcher shift-lead';

/** What may happen, from where to where and by whom, as domain.md §2 and api.md say it. */
const table: Record<string, [from: string, to: string, by: string]> = {
  register: ['', 'registered incomplete', 'agent shift-lead admin citizen channel system'],
  importHistory: ['', 'closed withdrawn void merged returned-up', 'admin'],
  edit: [open, 'same', 'agent shift-lead dispatcher admin system'],
  complete: ['incomplete', 'registered', 'agent shift-lead dispatcher citizen'],
  askMore: ['registered returning', 'incomplete', dispatchDesk],
  supplement: [open, 'same', 'agent shift-lead citizen channel'],
  answerOnCall: ['incomplete registered', 'closed', 'agent shift-lead'],
  refer: ['registered returning', 'closed', 'agent shift-lead dispatcher'],
  letRoute: ['registered incomplete', 'same', 'agent shift-lead dispatcher'],
  dispatch: ['registered', 'dispatched', 'system dispatcher shift-lead'],
  redispatch: ['dispatched handling', 'dispatched', dispatchDesk],
  arbitrate: ['returning', 'dispatched', 'supervisor'],
  addCoHandler: ['dispatched handling', 'same', dispatchDesk],
  removeCoHandler: [`${open} closed`, 'same', dispatchDesk],
  sign: ['dispatched', 'handling closed', desk],
  coSign: [`${open} closed`, 'same', desk],
  contact: ['handling', 'same', `${desk} callback agent`],
  interimReport: ['handling held', 'same', desk],
  subDispatch: ['dispatched handling', 'same', desk],
  draftReply: ['handling held', 'same', desk],
  askSignature: [`${open.replace(' held', '')} closed`, 'same', desk],
  signOff: [`${open} closed`, 'same', 'department-head'],
  return: ['dispatched handling', 'returning', `${desk} department-head`],
  coReturn: [`${open} closed`, 'same', desk],
  uphold: ['returning', 'registered', dispatchDesk],
  rejectReturn: ['returning', 'handling', `${dispatchDesk} supervisor`],
  reply: ['handling held', 'replied', `${desk} department-head`],
  coReply: [`${open} closed`, 'same', desk],
  sendBack: ['replied', 'handling', 'reviewer'],
  firstApprove: ['replied', 'same', 'reviewer'],
  approve: ['replied', 'callback upstream closed', 'reviewer system'],
  correctReply: ['callback', 'replied', `${desk} department-head`],
  refuseCorrection: ['replied', 'callback', 'reviewer'],
  upstreamAccept: ['upstream', 'callback closed', 'channel dispatcher admin'],
  upstreamRework: ['upstream', 'dispatched', 'channel dispatcher admin'],
  returnUp: ['registered returning', 'returning-up', dispatchDesk],
  returnUpAccepted: ['returning-up', 'returned-up', 'channel dispatcher admin'],
  returnUpRefused: ['returning-up', 'registered', 'channel dispatcher admin'],
  callbackAttempt: ['callback', 'same', 'callback'],
  rate: ['callback closed merged', 'closed callback merged', 'callback citizen channel system'],
  closeUnrated: ['callback', 'closed', 'system'],
  judge: ['callback closed', 'closed', 'callback system'],
  rework: ['callback closed', 'dispatched', 'callback system'],
  reopen: ['closed', 'dispatched', 'supervisor'],
  requestExtension: ['dispatched handling', 'same', `${desk} department-head`],
  extend: [open, 'same', 'supervisor leader'],
  refuseExtension: [open, 'same', 'supervisor leader'],
  requestCoExtension: [`${open.replace(' held', '')} closed`, 'same', `${desk} department-head`],
  coExtend: [`${open} closed`, 'same', 'supervisor leader'],
  refuseCoExtension: [`${open} closed`, 'same', 'supervisor leader'],
  setLimit: ['dispatched handling returning replied', 'same', 'dispatcher shift-lead supervisor admin'],
  liftLimit: ['dispatched handling returning replied', 'same', 'dispatcher shift-lead supervisor admin'],
  requestHold: ['handling', 'same', `${desk} department-head`],
  hold: ['handling', 'held', 'supervisor'],
  refuseHold: ['handling', 'same', 'supervisor'],
  resume: ['held', 'handling', 'supervisor'],
  endHold: ['dispatched handling replied upstream callback closed returning', 'same', 'supervisor'],
  merge: ['registered dispatched handling', 'merged', 'dispatcher shift-lead agent'],
  answerWithMaster: ['merged', 'same', 'system'],
  unmerge: ['merged', 'registered', dispatchDesk],
  release: ['merged', 'registered', 'system'],
  withdraw: [open, 'withdrawn', 'agent shift-lead citizen'],
  void: [open, 'void', 'supervisor'],
  nudge: [open, 'same', 'agent shift-lead citizen'],
  urge: [open, 'same', 'supervisor shift-lead channel'],
  supervise: [open, 'same', 'supervisor leader system'],
  amendSupervision: [`${open} closed`, 'same', 'supervisor'],
  discardSupervision: [`${open} closed`, 'same', 'supervisor'],
  signSupervision: [`${open} closed`, 'same', 'supervisor manager'],
  answerSupervision: [`${open} closed`, 'same', `${desk} department-head`],
  sendBackSupervision: [`${open} closed`, 'same', 'supervisor'],
  closeSupervision: [`${open} closed`, 'same', 'supervisor'],
  reachByPhone: [open, 'same', 'shift-lead dispatcher supervisor'],
  appeal: [`${open} closed`, 'same', `${desk} department-head`],
  accept: [`${open} closed`, 'same', 'supervisor'],
  refuseAppeal: [`${open} closed`, 'same', 'supervisor'],
  mark: [`${open} closed merged`, 'same', 'system'],
  reveal: [
    `${open} closed merged withdrawn void returned-up`,
    'same',
    `agent shift-lead dispatcher callback supervisor ${desk}`,
  ],
  hearRecording: [
    `${open} closed merged withdrawn void returned-up`,
    'same',
    'shift-lead callback reviewer supervisor quality manager',
  ],
  changeCallbackNumber: [open, 'same', 'agent shift-lead dispatcher admin'],
  consentToIdentity: [open, 'same', 'agent shift-lead callback supervisor'],
  withdrawConsent: [open, 'same', 'agent shift-lead callback supervisor'],
  liftConfidentiality: [open, 'same', 'agent shift-lead callback supervisor'],
  succeed: [`${open} closed`, 'same', 'system'],
  archive: ['closed merged withdrawn void returned-up', 'same', 'system admin'],
  erase: ['closed merged withdrawn void returned-up', 'same', 'system'],
  thirdPartyCopy: [
    'incomplete registered dispatched handling returning held replied upstream returning-up callback closed merged withdrawn void returned-up',
    'same',
    `agent shift-lead dispatcher reviewer supervisor ${desk}`,
  ],
  attach: [stateNames.join(' '), 'same', `${roleNames.join(' ')} citizen channel system`],
  shareAttachment: [stateNames.join(' '), 'same', 'agent shift-lead dispatcher reviewer callback supervisor'],
  withholdAttachment: [stateNames.join(' '), 'same', 'agent shift-lead dispatcher reviewer callback supervisor'],
};

describe('the table of transitions', () => {
  it('has a row for everything that can happen, and no other', () => {
    expect([...transitionNames].sort()).toEqual(Object.keys(table).sort());
  });

  it.each(transitionNames)('says from where, to where and by whom: %s', (name) => {
    const row = transitionRow(name);
    const to = row.to === 'same' ? 'same' : row.to.join(' ');
    expect([row.from.join(' '), to, row.by.join(' ')]).toEqual(table[name]);
  });

  it('has an event of its own for every transition', () => {
    const emitted = transitionNames.map((name) => transitionRow(name).emits);
    expect(new Set(emitted).size).toBe(emitted.length);
  });
});

describe('the states', () => {
  it('are open or ended', () => {
    expect(openStates.join(' ')).toBe(open);
    expect(endStates.join(' ')).toBe('closed merged withdrawn void returned-up');
    expect(stateNames.filter(isOpen)).toEqual(openStates);
  });
});

describe('the buttons of a screen', () => {
  it('show a dispatcher what to do with a ticket nobody has yet', () => {
    expect(allowedMoves('registered', ['dispatcher'])).toEqual(
      'edit askMore refer letRoute dispatch removeCoHandler returnUp merge reachByPhone reveal changeCallbackNumber thirdPartyCopy attach shareAttachment withholdAttachment'.split(
        ' ',
      ),
    );
  });

  it('show everything that any of somebody’s roles may do', () => {
    expect(allowedMoves('replied', ['reviewer', 'supervisor'])).toEqual(
      'sendBack firstApprove approve refuseCorrection extend refuseExtension coExtend refuseCoExtension setLimit liftLimit endHold void urge supervise amendSupervision discardSupervision signSupervision sendBackSupervision closeSupervision reachByPhone accept refuseAppeal reveal hearRecording consentToIdentity withdrawConsent liftConfidentiality thirdPartyCopy attach shareAttachment withholdAttachment'.split(
        ' ',
      ),
    );
  });

  it('show a leader nothing to do but to decide on an extension, to give an instruction and to add a file', () => {
    expect(allowedMoves('handling', ['leader'])).toEqual([
      'extend',
      'refuseExtension',
      'coExtend',
      'refuseCoExtension',
      'supervise',
      'attach',
    ]);
  });

  it('show nothing that begins a ticket', () => {
    expect(stateNames.flatMap((state) => allowedMoves(state, ['agent', 'admin']))).not.toContain('register');
  });
});
