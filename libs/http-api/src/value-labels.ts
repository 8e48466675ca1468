import { adminActions, adminSubjects } from '#ticket/admin-event';
import { assignmentStates } from '#ticket/assignment-state';
import { callStates } from '#ticket/call';
import { callbackTurns } from '#ticket/callback-outcome';
import { channels } from '#ticket/channel';
import { ladders } from '#ticket/clock-holder';
import { alerts, clockKinds } from '#ticket/clock-kind';
import { dutyEntryKinds, dutyMatterKinds, handoverStates } from '#ticket/duty';
import { dutyPosts } from '#ticket/duty-post';
import { resolutions } from '#ticket/finding';
import { gamingSigns, gamingStates, gamingUnits } from '#ticket/gaming-sign';
import { issueKinds, issueStates, lights } from '#ticket/issue';
import { issueAlerts, issueRules, issueRuleUnits } from '#ticket/issue-rule';
import { importKinds, importStates } from '#ticket/import-kind';
import { reportKinds } from '#ticket/incident-report';
import { ladderAnchors, ladderAudiences, ladderUnits, ladderWays } from '#ticket/ladder-terms';
import { latenessFactors, riskLevels } from '#ticket/lateness';
import { lookKinds } from '#ticket/look-kind';
import { messageKinds } from '#ticket/message-kind';
import { messageProviders, messageStates } from '#ticket/message-state';
import { partKinds } from '#ticket/part-kind';
import { satisfactions } from '#ticket/rating';
import { returnReasons, sendBackReasons } from '#ticket/reason';
import { reviewRules, sampleStates } from '#ticket/review-rule';
import { appealStates, extensionApprovers, extensionStates, holdStates } from '#ticket/request-state';
import { signOffKinds, signOffStates } from '#ticket/sign-off';
import { roles } from '#ticket/role';
import { rungs } from '#ticket/rung';
import { states } from '#ticket/state';
import { supervisionCauses, supervisionLevels, supervisionStates } from '#ticket/supervision';
import { ticketTypes } from '#ticket/ticket-type';
import { transitAges, transitHolders } from '#ticket/transit';
import { timeliness } from '#ticket/timeliness';
import { transitions } from '#ticket/transition';
import { urgencies } from '#ticket/urgency';
import { visitModes } from '#ticket/visit-mode';
import { broadcastStates } from './broadcast-shapes';
import { bulletinKinds, bulletinStates } from './bulletin-shapes';
import { departmentGroups } from './directory-shapes';
import { fileFormats } from './file-format';
import { harassmentStates } from './harassment-shapes';
import { limitUnits } from './limit-units';
import { differenceKinds } from './reconciliation-shapes';
import { limitStandings } from './time-limit-shapes';
import { reportComparisons, reportDimensions } from './rating-shapes';
import { reportFormats } from './report-format';
import { reportPeriods } from './report-period';
import { reportTitles } from './report-titles';
import { reportCadences, reportRecipients } from './report-schedule-shapes';
import { reorganisationFigures, reorganisationKinds, reorganisationStates } from './reorganisation-shapes';
import { retentionKinds } from './retention-shapes';

type Labels = Readonly<Record<string, { readonly label: string }>>;

/** Every table whose codes stand in lists. Where a list has codes of its own, they are told here. */
const tables: readonly Labels[] = [
  states,
  ticketTypes,
  urgencies,
  channels,
  alerts,
  clockKinds,
  assignmentStates,
  transitions,
  roles,
  returnReasons,
  callbackTurns,
  transitAges,
  transitHolders,
  resolutions,
  satisfactions,
  timeliness,
  lookKinds,
  importKinds,
  importStates,
  adminSubjects,
  adminActions,
  departmentGroups,
  bulletinKinds,
  bulletinStates,
  reorganisationKinds,
  reorganisationStates,
  reorganisationFigures,
  retentionKinds,
  reviewRules,
  sampleStates,
  sendBackReasons,
  limitUnits,
  limitStandings,
  fileFormats,
  callStates,
  harassmentStates,
  differenceKinds,
  visitModes,
  issueKinds,
  issueStates,
  lights,
  dutyPosts,
  ladders,
  ladderAnchors,
  ladderAudiences,
  ladderUnits,
  ladderWays,
  rungs,
  appealStates,
  extensionStates,
  holdStates,
  signOffKinds,
  signOffStates,
  extensionApprovers,
  gamingSigns,
  gamingStates,
  gamingUnits,
  issueAlerts,
  issueRules,
  issueRuleUnits,
  messageKinds,
  messageProviders,
  messageStates,
  broadcastStates,
  riskLevels,
  latenessFactors,
  reportDimensions,
  reportTitles,
  reportPeriods,
  reportComparisons,
  reportFormats,
  reportCadences,
  reportRecipients,
  dutyMatterKinds,
  dutyEntryKinds,
  handoverStates,
  reportKinds,
  supervisionLevels,
  supervisionCauses,
  supervisionStates,
  partKinds,
  { waiting: { label: '待开始' }, running: { label: '进行中' }, done: { label: '已完成' } },
  { active: { label: '在用' }, disabled: { label: '停用' } },
  { running: { label: '计时中' }, met: { label: '已完成' }, cancelled: { label: '已取消' } },
  { proposed: { label: '待批准' }, 'in-force': { label: '执行中' }, ended: { label: '已停用' } },
  {
    asked: { label: '待批准' },
    approved: { label: '待执行' },
    refused: { label: '不予批准' },
    done: { label: '已执行' },
  },
  {
    pending: { label: '待审理' },
    upheld: { label: '已同意' },
    rejected: { label: '已驳回' },
    lapsed: { label: '已失效' },
  },
];

/** The table that knows all of these codes, and the fewest others; null when none does. */
export function labelsOf(codes: readonly string[]): Labels | null {
  const knowing = tables.filter((table) => codes.every((code) => code in table));
  return knowing.sort((left, right) => Object.keys(left).length - Object.keys(right).length)[0] ?? null;
}
