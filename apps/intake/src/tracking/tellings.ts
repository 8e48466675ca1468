import type { CallbackOutcome } from '#ticket/callback-outcome';
import { ratingSources, type RatingSource } from '#ticket/rating';
import type { TransitionName } from '#ticket/transition';
import type { TrackedLine } from './tracked-line';

/** One step as a citizen reads it. */
export interface Said {
  readonly label: string;
  readonly words?: string;
}

/** What a step's words need: who leads the handling after it, and how departments and instants are called. */
export interface Around {
  readonly lead: string;
  readonly nameOf: (departmentId: string) => string;
  readonly timeOf: (at: Date) => string;
}

type Telling = (line: TrackedLine, around: Around) => Said | null;

const say =
  (label: string, words?: string): Telling =>
  () => ({ label, words });
const byLead =
  (label: string, words: (lead: string) => string): Telling =>
  (_line, { lead }) => ({ label, words: words(lead) });
const ofCitizen =
  (own: string, phoned: string | null): Telling =>
  ({ by }) =>
    by === 'citizen' ? { label: own } : by === 'staff' && phoned ? { label: phoned } : null;

const again = byLead('重新办理', (lead) => `由${lead}重新办理`);

/** How a call that was made is told to whom it was made. */
const calls: Readonly<Record<CallbackOutcome, string>> = {
  done: '已与您通话',
  'no-answer': '未能接通',
  busy: '未能接通',
  'wrong-number': '号码无法接通',
  'not-the-person': '未能联系到您本人',
  refused: '您表示不便接受回访',
  appointment: '与您约定改时再访',
};

/** What nobody asked the citizen is no rating of theirs. */
const rated: Telling = ({ data }) =>
  ratingSources[data['source'] as RatingSource].counts ? { label: '已收到您的评价' } : null;

const interim: Telling = ({ data }, { lead, timeOf }) => ({
  label: '办理进展',
  words:
    typeof data['nextAt'] === 'string'
      ? `${lead}已向热线报告阶段进展，预计${timeOf(new Date(data['nextAt']))}前再次报告`
      : `${lead}已向热线报告阶段进展`,
});

const held: Telling = ({ data }, { timeOf }) => ({
  label: '暂缓办理',
  words: `目前暂不具备办理条件，经批准暂缓，将于${timeOf(new Date(String(data['reviewAt'])))}前复核`,
});

const helped: Telling = ({ data }, { nameOf }) => ({
  label: '增加协办单位',
  words: `由${nameOf(String(data['departmentId']))}协助办理`,
});

/**
 * What citizens are told of each transition, in their words; `null` is not told. What these words are made of are facts:
 * no line's internal text is read for them (tracked-line.ts). A new transition does not compile until it stands here.
 */
export const tellings: Readonly<Record<TransitionName, Telling | null>> = {
  register: ({ to }) =>
    to === 'incomplete' ? { label: '已登记', words: '还缺少一些信息，补充后即可办理' } : { label: '已受理' },
  importHistory: say('已受理'),
  edit: null,
  complete: say('信息已补全'),
  askMore: say('请您补充信息'),
  supplement: ofCitizen('您补充了情况', '已记录您补充的情况'),
  answerOnCall: say('热线直接答复'),
  refer: say('告知办理途径'),
  letRoute: null,
  dispatch: byLead('已转办', (lead) => `已转交${lead}办理`),
  redispatch: byLead('改由其他单位办理', (lead) => `已改由${lead}办理`),
  arbitrate: byLead('已确定承办单位', (lead) => `经热线裁定，由${lead}办理`),
  addCoHandler: helped,
  removeCoHandler: null,
  sign: (line, { lead }) =>
    line.to === 'closed'
      ? { label: '已转达', words: `您的心意已转达${lead}` }
      : { label: '开始办理', words: `${lead}已签收` },
  coSign: null,
  contact: ({ isUnreached }) => ({ label: isUnreached ? '曾与您联系，未能联系上' : '已就办理情况与您联系' }),
  interimReport: interim,
  subDispatch: null,
  draftReply: null,
  askSignature: null,
  signOff: null,
  return: byLead('重新确认承办单位', (lead) => `${lead}认为不属其职责，由12345热线裁定`),
  coReturn: null,
  uphold: say('另行确定承办单位', '热线将转交其他单位办理'),
  rejectReturn: byLead('继续办理', (lead) => `经热线审核，仍由${lead}办理`),
  reply: byLead('办理结果已提交', (lead) => `${lead}已提交办理结果，由热线审核`),
  coReply: null,
  sendBack: byLead('答复退回完善', (lead) => `热线审核后，请${lead}补充完善`),
  approve: ({ to }) => (to === 'upstream' ? { label: '已报上级审核' } : { label: '已答复' }),
  correctReply: byLead('更正办理结果', (lead) => `${lead}对办理结果作出更正，由热线审核`),
  refuseCorrection: say('办理结果不作更正', '以此前的答复为准'),
  upstreamAccept: say('已答复'),
  upstreamRework: again,
  returnUp: say('报上级平台确认', '热线认为不属本区办理，已报上级平台确认'),
  returnUpAccepted: say('已转回上级平台'),
  returnUpRefused: say('继续由本区办理'),
  callbackAttempt: ({ data }) => ({ label: '电话回访', words: calls[data['outcome'] as CallbackOutcome] }),
  rate: rated,
  closeUnrated: say('已办结', '多次回访未能联系到您；如仍有问题，请拨打12345'),
  judge: null,
  rework: again,
  reopen: again,
  extend: ({ data }) =>
    ['finish', 'rework'].includes(String(data['kind'])) ? { label: '办理时间延长', words: '经审批延长办理时间' } : null,
  hold: held,
  requestExtension: null,
  refuseExtension: null,
  // A co-handler's time is between the departments and the hotline.
  requestCoExtension: null,
  coExtend: null,
  refuseCoExtension: null,
  // The promise stays as it was.
  setLimit: null,
  liftLimit: null,
  requestHold: null,
  refuseHold: null,
  endHold: null,
  resume: say('恢复办理'),
  merge: say('合并办理', '与同一事项合并办理，您的工单编号不变'),
  answerWithMaster: say('已答复'),
  unmerge: say('改为单独办理'),
  release: say('改为单独办理'),
  withdraw: ofCitizen('您撤回了诉求', '诉求已按您的要求撤回'),
  void: say('工单作废'),
  nudge: ofCitizen('您催办了一次', '已记录您的催办'),
  urge: say('热线催办', '热线已催促承办单位加快办理'),
  // A draft is not an order yet.
  supervise: null,
  amendSupervision: null,
  discardSupervision: null,
  signSupervision: say('热线督办', '热线已对这件诉求督办'),
  answerSupervision: null,
  sendBackSupervision: null,
  closeSupervision: null,
  reachByPhone: null,
  appeal: null,
  accept: null,
  firstApprove: null,
  refuseAppeal: null,
  mark: null,
  reveal: null,
  hearRecording: null,
  changeCallbackNumber: null,
  consentToIdentity: null,
  withdrawConsent: null,
  liftConfidentiality: null,
  // Whoever answers for it now is told with what they do.
  succeed: null,
  archive: null,
  erase: say('个人信息已删除', '已按规定删除这件诉求中的个人信息和文字内容'),
  thirdPartyCopy: null,
  attach: ofCitizen('您补充了图片', null),
  shareAttachment: null,
  withholdAttachment: null,
};

/** The transitions of which citizens hear anything. */
export const toldNames = (Object.keys(tellings) as TransitionName[]).filter((name) => tellings[name] !== null);
