import { shanghaiIso } from '#calendar/shanghai-time';
import { yearlyDateWords } from '#calendar/yearly-date-words';
import { partKinds } from '#ticket/part-kind';
import { limitUnits } from '#http-api/limit-units';
import { leastOfficeHours } from '../department-bound';
import type { Receipt, ReceiptDay, ReceiptStage } from './receipt';

type Told = Omit<Receipt, 'lines'>;
type Limit = NonNullable<Receipt['margin']>;

const amountOf = ({ amount, unit }: Limit): string => `${amount}${limitUnits[unit].counted}`;

/** A receipt as a clerk reads it (计时依据), from top to bottom. */
export function receiptLines(receipt: Told): string[] {
  return [
    ruleLine(receipt),
    ...(receipt.part ? [`承办单位：${receipt.part.department.name}（${partKinds[receipt.part.role].label}）`] : []),
    ...receipt.calendars.map(({ year, version, source }) => `工作日历：${year}年第${version}版，${source}`),
    ...(receipt.calendars.length > 0 ? [hoursLine(receipt)] : []),
    `起算时间：${timeOf(receipt.start)}`,
    ...receipt.stages.flatMap((stage, index) => stageLines(stage, receipt, receipt.steps[stepOf(receipt, index)])),
    ...(receipt.pausedSince ? [`${timeOf(receipt.pausedSince)}起挂账，暂停计时；恢复办理后期限相应顺延`] : []),
    `${receipt.state === 'running' ? '现期限' : '期限'}：${timeOf(receipt.dueAt)}`,
    ...(receipt.metAt ? [`完成时间：${timeOf(receipt.metAt)}，${isLate(receipt) ? '超期' : '按期'}`] : []),
    ...(receipt.state === 'cancelled' ? ['已取消计时，不计入考核'] : []),
  ];
}

const spansOf = (sessions: Told['officeHours']): string => sessions.map(({ from, to }) => `${from}–${to}`).join('、');

/** 工作时间：09:00–12:00、14:00–18:00（承办单位第2版，…） */
function hoursLine({ officeHours, officeSeasons, hours: { departmentId, version, source } }: Told): string {
  const seasons = officeSeasons.map(
    ({ from, to, sessions: each }) => `；${yearlyDateWords(from)}至${yearlyDateWords(to)} ${spansOf(each)}`,
  );
  const sessions = `${spansOf(officeHours)}${seasons.join('')}`;
  const whose = departmentId === null ? '' : '承办单位';
  return `工作时间：${sessions}（${version === 0 ? source : `${whose}第${version}版，${source}`}）`;
}

/** The stages before the first step come from the basis. */
const stepOf = ({ stages, steps }: Told, index: number): number => index - (stages.length - steps.length);

const isLate = ({ metAt, dueAt }: Told): boolean => metAt !== null && metAt > dueAt;

function ruleLine({ label, limit, given, margin, upstream }: Told): string {
  if (!limit) return `${label}：${timeOf(given ?? '')}，为指定日期`;
  const rule = `${label}：${amountOf(limit)}${margin ? `，另加${amountOf(margin)}` : ''}`;
  const bound = upstream ? `；上级期限 ${timeOf(upstream.dueAt)}` : '';
  return `${rule}（限时规则第${limit.version}版${limit.source ? `，${limit.source}` : ''}）${bound}`;
}

function stageLines(stage: ReceiptStage, receipt: Told, step: Receipt['steps'][number] | undefined): string[] {
  const moved = stage.from < stage.dueAt;
  const to = `至${timeOf(stage.dueAt)}`;
  switch (step?.kind) {
    case 'pause': {
      const span = `挂账：${timeOf(step.from)} 至 ${timeOf(step.to)}`;
      if (stage.from <= step.from) return [`${span}，开始时已超期，期限不变`];
      return [
        `${span}，${moved ? `期限顺延${to}` : '其间没有计时，期限不变'}`,
        ...withinLines(stage),
        ...dayLines(stage),
      ];
    }
    case 'promise':
      return [
        `${timeOf(step.at)} 批准延期：办理时限由${timeOf(step.from)}延至${timeOf(step.to)}，本期限${moved ? `同等顺延${to}` : '不变'}`,
        ...withinLines(stage),
        ...dayLines(stage),
      ];
    case 'extension':
      return [`${timeOf(step.at)} 批准延期：${moved ? to : '原期限更晚，不变'}`];
    case 'own-limit':
      return [ownLimitLine(stage, step)];
    case 'handed-on':
      return handedOnLines(stage, step);
    case 'send-back':
      return sentBackLines(stage, step, moved);
    default:
      return basisLines(stage, receipt);
  }
}

type Step<Kind extends Receipt['steps'][number]['kind']> = Receipt['steps'][number] & { kind: Kind };

/** 2026年3月3日（周二）09:00 李四单独限时至…：期限提前至…（理由：…；来源：…） */
function ownLimitLine(
  { dueAt }: ReceiptStage,
  { at, dueAt: set, inherited, by, reason, source }: Step<'own-limit'>,
): string {
  const said = [reason && `理由：${reason}`, source && `来源：${source}`].filter(Boolean).join('；');
  const isLeast = inherited && dueAt > set;
  const least = isLeast ? `，派单时已设，至少留${leastOfficeHours}个办公小时` : '';
  return `${timeOf(at)} ${by?.name ?? ''}单独限时至${timeOf(set)}${least}：期限提前至${timeOf(dueAt)}${said && `（${said}）`}`;
}

function handedOnLines({ from, dueAt }: ReceiptStage, { given }: Step<'handed-on'>): string[] {
  if (given) return [`上级单位转办时要求：期限为${timeOf(dueAt)}`];
  return dueAt < from ? [`受上级单位的办理期限约束，提前至${timeOf(dueAt)}`] : [];
}

function sentBackLines(stage: ReceiptStage, step: Step<'send-back'>, moved: boolean): string[] {
  const head = `${timeOf(step.at)} 退回补正`;
  if (moved) return [`${head}：自退回起至少${amountOf(step)}，期限至${timeOf(stage.dueAt)}`, ...dayLines(stage)];
  const isPast = step.submittedAt !== null && stage.from < step.submittedAt;
  return [`${head}：${isPast ? '提交反馈时已超期，期限不变' : `剩余时间不少于${amountOf(step)}，期限不变`}`];
}

function basisLines(stage: ReceiptStage, { limit, margin, upstream }: Told): string[] {
  const to = timeOf(stage.dueAt);
  if (stage.by === 'given') return [];
  if (stage.by === 'upstream') return upstream && stage.dueAt < stage.from ? [`受上级期限约束，提前至${to}`] : [];
  const counted = stage.by === 'margin' ? margin : limit;
  return counted ? [...dayLines(stage), `${amountOf(counted)}到期：${to}`] : [];
}

const kinds = { working: '工作日', 'make-up': '调休上班', weekend: '周末', holiday: '放假' } as const;

/** Working days one by one; days off that follow each other in one line. */
function dayLines({ days }: ReceiptStage): string[] {
  return runsOf(days).map((run) => `　${datesOf(run)}：${meaningOf(run[0])}`);
}

function withinLines({ within }: ReceiptStage): string[] {
  const counted = within.filter(({ counts }) => counts);
  if (counted.length === 0) return [];
  const minutes = counted.reduce((sum, day) => sum + (day.minutes ?? 0), 0);
  const amount = counted[0]?.minutes === null ? `${counted.length}个工作日` : `${minutes}分钟办公时间`;
  const runs = runsOf(within, ({ counts }) => String(counts)).filter(([first]) => first?.counts);
  return [`　其间${amount}不计：${runs.map(datesOf).join('、')}`];
}

function meaningOf(day: ReceiptDay | undefined): string {
  if (!day) return '';
  const what =
    day.kind === 'working' ? '' : `${day.name && day.kind !== 'weekend' ? day.name : ''}${kinds[day.kind]}，`;
  if (!day.counts) return `${what || '当日，'}不计`;
  return `${what}${day.n === null ? `计${day.minutes}分钟` : `第${day.n}个工作日`}`;
}

function runsOf(
  days: readonly ReceiptDay[],
  alike: (day: ReceiptDay) => string = (day) => (day.counts ? day.date : `${day.kind}${day.name}`),
): ReceiptDay[][] {
  const runs: ReceiptDay[][] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last?.[0] && alike(last[0]) === alike(day)) last.push(day);
    else runs.push([day]);
  }
  return runs;
}

const datesOf = (run: readonly ReceiptDay[]): string => {
  const [first, last] = [run[0], run.at(-1)].map((day) => (day ? dateOf(day.date) : ''));
  return first === last ? (first ?? '') : `${first} 至 ${last}`;
};

const weekdays = '日一二三四五六';
function dateOf(date: string): string {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))];
  return `${month}月${day}日（周${weekdays[new Date(Date.UTC(year, month - 1, day)).getUTCDay()]}）`;
}

/** An instant in Shanghai, with its year and weekday: 2026年3月9日（周一）18:00. Seconds are said where there are any. */
function timeOf(instant: string): string {
  const written = shanghaiIso(new Date(instant));
  const time = written.slice(11, 19).replace(/:00$/, '');
  return `${written.slice(0, 4)}年${dateOf(written.slice(0, 10))}${time}`;
}
