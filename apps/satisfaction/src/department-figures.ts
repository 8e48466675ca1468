import type { FactColumn } from './fact-column';
import { clockMeasures } from './facts/clock-measures';
import { partMeasures } from './facts/part-measures';
import { stockMeasures } from './facts/stock-measures';
import { ticketMeasures } from './facts/ticket-measures';
import { Figures } from './figures';
import { formulas, type Formula } from './formulas';

const { inHand } = stockMeasures;
const { dispatched, rated, satisfied, fullySatisfied, basicallySatisfied, dissatisfied, solved, contacted } =
  ticketMeasures;
const part = <Column extends object>(column: Column): Column & { isOnlyPart: true } => ({
  ...column,
  isOnlyPart: true,
});
/** What is only a part of rates elsewhere has a column here. */
const shown = <Column extends { readonly isOnlyPart: true }>({ isOnlyPart: _, ...column }: Column) => column;

/** 承办单位情况: the columns of the monthly notice's third table, in its order (wording.md). */
export const departmentColumns = {
  carriedOver: { ...inHand, label: '上期结转', stock: 'before' },
  dispatched: { ...dispatched, label: '主办' },
  coHandled: partMeasures.coHandled,
  returnUpheld: partMeasures.returnUpheld,
  returnRejected: partMeasures.returnRejected,
  dueToFinish: clockMeasures.dueToFinish,
  finishedInTime: clockMeasures.finishedInTime,
  finishedLate: clockMeasures.finishedLate,
  overdueOpen: clockMeasures.overdueOpen,
  inHand: { ...inHand, stock: 'after' },
  sentBack: partMeasures.sentBack,
  extended: partMeasures.extended,
  reworkedOf: partMeasures.reworkedOf,
  rated,
  fullySatisfied: { ...shown(fullySatisfied), label: '满意' },
  basicallySatisfied,
  dissatisfied,
  excluded: shown(ticketMeasures.excluded),
  satisfied: part(satisfied),
  solved: part(solved),
  contacted: part(contacted),
  saidWhetherContacted: ticketMeasures.saidWhetherContacted,
  dueToSign: clockMeasures.dueToSign,
  signedInTime: clockMeasures.signedInTime,
  dueToContact: clockMeasures.dueToContact,
  contactedInTime: clockMeasures.contactedInTime,
} as const satisfies Record<string, FactColumn>;

type ColumnName = keyof typeof departmentColumns;

export const departmentFormulas = {
  signedInTimeRate: {
    ...{ label: '及时签收率', version: 1, numerator: 'signedInTime', denominator: 'dueToSign' },
    dateBasis: '签收时限到期时间',
    explained:
      '签收时限在期内到期的工单里，按时签收的占多少。只看首轮的主办单位；改派、退单采纳的不算。还没到期也没签收的，到期后才计入。',
    example: { dueToSign: 150, signedInTime: 144 },
  },
  contactedRate: formulas.contactedRate,
  responseRate: {
    ...{ label: '响应率', version: 1, numerator: 'contactedInTime', denominator: 'dueToContact' },
    dateBasis: '联系时限到期时间',
    explained: '联系时限在期内到期的工单里，承办单位按时联系了群众的占多少，以单位登记的联系时间为准。',
    example: { dueToContact: 150, contactedInTime: 138 },
  },
  finishedInTimeRate: {
    ...{ label: '按时办结率', version: 1, numerator: 'finishedInTime', denominator: 'dueToFinish' },
    dateBasis: '办理时限到期时间',
    explained:
      '办理时限在期内到期的工单里，首轮按时办结的占多少：以审核通过的那次反馈的提交时间为准，批准的延期和挂账已经算进时限。提前办结的计入到期那天；逾期还没办结的计入分母。退单采纳、改派的不算原单位的。',
    example: { dueToFinish: 140, finishedInTime: 126 },
  },
  participationRate: formulas.participationRate,
  satisfactionRateA: formulas.satisfactionRateA,
  solvedRate: formulas.solvedRate,
} as const satisfies Record<string, Formula<ColumnName>>;

export const departmentFigures = new Figures<ColumnName, FactColumn>(departmentColumns, departmentFormulas);
