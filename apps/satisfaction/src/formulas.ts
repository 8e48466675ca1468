import type { TicketMeasureName } from './facts/ticket-measures';

/** Some of a measure: `tenths` of each. */
export interface Weighed<Name extends string> {
  readonly measure: Name;
  readonly tenths: number;
}

/** A rate is never shown without its name, version, numerator, denominator and population (domain.md §6). */
export interface Formula<Name extends string = TicketMeasureName> {
  readonly label: string;
  readonly version: number;
  readonly numerator: Name | readonly Weighed<Name>[];
  readonly denominator: Name;
  /** By which date its tickets belong to a period, where that is not the report's own. */
  readonly dateBasis?: string;
  /** What it says and what it leaves out, for whoever reads the figures. */
  readonly explained?: string;
  /** Counts by which it is worked out once. */
  readonly example?: Readonly<Partial<Record<Name, number>>>;
}

export const formulas = {
  handledRate: {
    ...{ label: '办结率', version: 1, numerator: 'handled', denominator: 'received' },
    explained:
      '同一批受理的工单里，已经办结的占多少：直接答复和告知引导的当场办结，派了单的以审核通过的那次反馈为准，退回补正的不算。期末刚受理的还在办，本期办结率会低一些，过几天按同一时间段再查就会升高。',
    example: { received: 200, handled: 186 },
  },
  closedRate: {
    ...{ label: '结案率', version: 1, numerator: 'closed', denominator: 'received' },
    explained: '同一批受理的工单里，回访评价也已结束的占多少。办结不等于结案：办结后还要回访，不满意且合理的会重办。',
    example: { received: 200, closed: 170 },
  },
  answeredOnCallRate: {
    ...{ label: '直接答复率', version: 1, numerator: 'answeredOnCall', denominator: 'received' },
    explained: '话务员在电话里当场答复、没有派单的占受理量多少。这些工单不计入承办单位的任何指标。',
    example: { received: 200, answeredOnCall: 60 },
  },
  satisfactionRateA: {
    ...{ label: '满意率A', version: 1, numerator: 'satisfied', denominator: 'rated' },
    explained:
      '主口径。派了单的工单里，群众作出有效评价的为分母，其中对办理结果评为非常满意、满意或基本满意的为分子；多轮办理的按最后一次有效评价。没有评价的既不算满意也不算不满意，单位自评和系统默认不计入。申诉成立、剔除考核的不计入。必须和参评率一起看。',
    example: { rated: 120, satisfied: 102 },
  },
  participationRate: {
    ...{ label: '参评率', version: 1, numerator: 'rated', denominator: 'dispatched' },
    explained: '派了单的工单里，有群众有效评价的占多少。满意率A、C只代表这一部分人的看法。',
    example: { dispatched: 140, rated: 120 },
  },
  satisfactionRateB: {
    ...{ label: '满意率B', version: 1, numerator: 'satisfiedByCitizen', denominator: 'ratedByCitizen' },
    explained:
      '只看群众自己通过链接或线上作出的评价，不含人工回访。人工回访时群众往往给面子，这个口径通常更低，也更接近真实感受。',
    example: { ratedByCitizen: 40, satisfiedByCitizen: 31 },
  },
  participationRateB: {
    ...{ label: '主动参评率', version: 1, numerator: 'ratedByCitizen', denominator: 'dispatched' },
    explained: '派了单的工单里，群众自己作出评价的占多少，和满意率B一起看。',
    example: { dispatched: 140, ratedByCitizen: 40 },
  },
  satisfactionRateC: {
    ...{ label: '满意率C', version: 1, denominator: 'rated' },
    numerator: [
      { measure: 'fullySatisfied', tenths: 10 },
      { measure: 'basicallySatisfied', tenths: 8 },
    ],
    explained:
      '加权口径：非常满意、满意各计1，基本满意计0.8，除以有效评价数。基本满意多的，C会明显低于A。参评率与A相同。',
    example: { rated: 120, fullySatisfied: 82, basicallySatisfied: 20 },
  },
  satisfactionRateD: {
    ...{ label: '满意率D（未评计满意）', version: 1, numerator: 'closedNotDissatisfied', denominator: 'closed' },
    explained:
      '结案工单减去评为不满意的，再除以结案工单。没有被问到、没有评价的（包括直接答复的）都算作满意，所以总是偏高，只用于和过去公布的数字对照，不作考核。旁边的结案参评率说明其中有多少人真正作过评价。',
    example: { closed: 170, closedNotDissatisfied: 152 },
  },
  participationRateD: {
    ...{ label: '结案参评率', version: 1, numerator: 'ratedClosed', denominator: 'closed' },
    explained: '结案工单里，有群众有效评价的占多少（含对直接答复的评价），和满意率D一起看。',
    example: { closed: 170, ratedClosed: 110 },
  },
  callSatisfactionRate: {
    ...{ label: '话务满意率', version: 1, numerator: 'satisfiedOnCall', denominator: 'ratedOnCall' },
    explained: '话务员当场答复的工单，群众对这次答复的评价。评的是话务服务，不计入承办单位的满意率。',
    example: { ratedOnCall: 50, satisfiedOnCall: 48 },
  },
  solvedRate: {
    ...{ label: '解决率', version: 1, numerator: 'solved', denominator: 'rated' },
    explained: '群众说“已解决”的，除以回答了这个问题的（已解决、部分解决、未解决）。部分解决不算解决。',
    example: { rated: 120, solved: 84 },
  },
  solvedByUnitRate: {
    ...{ label: '单位认定解决率', version: 1, numerator: 'solvedByUnit', denominator: 'answeredByUnit' },
    explained:
      '反馈已通过审核的工单里，承办单位自己填“实际解决”的占多少；重办的看最后一次通过审核的。和群众说的解决率放在一起看，差得多的要抽查。',
    example: { answeredByUnit: 126, solvedByUnit: 110 },
  },
  contactedRate: {
    ...{ label: '先行联系率', version: 2, numerator: 'contacted', denominator: 'saidWhetherContacted' },
    explained: '群众说承办单位办理前联系过本人的，除以回答了这个问题的。以群众说的为准，不以单位登记的为准。',
    example: { saidWhetherContacted: 120, contacted: 108 },
  },
  reworkRate: {
    ...{ label: '重办率', version: 1, numerator: 'reworked', denominator: 'dispatched' },
    explained: '派了单的工单里，进入第二轮及以上办理的占多少，不论是群众不满意、上级退回还是督办重启。',
    example: { dispatched: 140, reworked: 9 },
  },
  repeatedRate: {
    ...{ label: '复诉率', version: 1, numerator: 'repeated', denominator: 'received' },
    explained: '受理的工单里，同一件事办结后群众又来反映的占多少。按新的这一件的受理时间统计。',
    example: { received: 200, repeated: 7 },
  },
  withdrawnRate: {
    ...{ label: '撤单率', version: 1, numerator: 'withdrawn', denominator: 'received' },
    explained: '受理的工单里，群众主动撤回的占多少。某个单位明显偏高，要核实是不是劝群众撤的。',
    example: { received: 200, withdrawn: 4 },
  },
} as const satisfies Record<string, Formula>;
