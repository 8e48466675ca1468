import { stateCouncilYears } from '#calendar/state-council-years';
import { UnpublishedYear } from '#calendar/unpublished-year';
import { ATicket, at } from '#testing/a-ticket';
import type { ClockKind } from '#ticket/clock-kind';
import type { CalendarYear } from '#calendar/calendar-year';
import { unsetHours } from '../office-hours/offices';
import { clocksOfLines } from '../told-clocks.spec-support';
import { NamedCalendar } from './named-calendar';
import { receiptOf, type Receipt } from './receipt';
import { replayReceipt } from './replay-receipt';

const years = stateCouncilYears(2025, 2026);
const hold = { holdId: 'hold', plan: '', responsible: '', reviewAt: at('2026-12-01 18:00') };

/** Who set the limits of the tickets here, by the lines that tell it. */
const said = { by: { id: 'account', name: '李四' }, reason: '区领导要求三日内办结', source: '区政府批示' };
const ownLimits = new Map([[4, said]]);

/** The receipt of the last clock of a kind, as it is sent. */
function receipt(ticket: ATicket, kind: ClockKind): Receipt {
  const clock = clocksOfLines(ticket.lines).findLast((each) => each.kind === kind);
  if (!clock) throw new Error(`no ${kind} clock`);
  const row = { ...clock, id: 'clock', alert: 'none', nextMarkAt: null, ladder: [], fired: [] } as const;
  const named = new NamedCalendar(
    years.filter(({ year }) => clock.rule.calendar.some((each) => each.year === year)),
    unsetHours,
  );
  const heldSince = ticket.now.state === 'held' ? ticket.now.stateSince : null;
  const facts = { ticketId: 'ticket', part: null, heldSince, limitSource: '限时办法', ownLimits, named };
  return JSON.parse(JSON.stringify(receiptOf(row, clock.rule, facts))) as Receipt;
}

const overTheHoliday = (given: ConstructorParameters<typeof ATicket>[0] = {}) =>
  new ATicket(given, '2026-09-29 10:00').dispatched().signed();
const usual = '工作时间：09:00–12:00、14:00–18:00（系统默认）';
const source = '国务院办公厅关于2026年部分节假日安排的通知（据 chinese-days 1.5.7）';

describe('a receipt', () => {
  it('counts working days one by one, and names the holidays, the days made up for them and the notice', () => {
    expect(receipt(overTheHoliday(), 'finish').lines).toEqual([
      '办理时限：5个工作日（限时规则第1版，限时办法）',
      `工作日历：2026年第1版，${source}`,
      usual,
      '起算时间：2026年9月29日（周二）10:01',
      '　9月29日（周二）：当日，不计',
      '　9月30日（周三）：第1个工作日',
      '　10月1日（周四） 至 10月2日（周五）：国庆节放假，不计',
      '　10月3日（周六） 至 10月4日（周日）：周末，不计',
      '　10月5日（周一） 至 10月7日（周三）：国庆节放假，不计',
      '　10月8日（周四）：第2个工作日',
      '　10月9日（周五）：第3个工作日',
      '　10月10日（周六）：国庆节调休上班，第4个工作日',
      '　10月11日（周日）：周末，不计',
      '　10月12日（周一）：第5个工作日',
      '5个工作日到期：2026年10月12日（周一）18:00',
      '现期限：2026年10月12日（周一）18:00',
    ]);
  });

  it('tells each hold with the days it took and those it gave, and each send-back', () => {
    const ticket = overTheHoliday().at('2026-09-30 08:00').does('hold', hold).at('2026-10-09 10:00').does('resume', {});
    ticket.at('2026-10-15 10:00').replied().at('2026-10-20 10:00').does('sendBack', { reasonCode: 'wording' });
    expect(receipt(ticket, 'finish').lines.slice(-11)).toEqual([
      '5个工作日到期：2026年10月12日（周一）18:00',
      '挂账：2026年9月30日（周三）08:00 至 2026年10月9日（周五）10:00，期限顺延至2026年10月15日（周四）18:00',
      '　其间3个工作日不计：9月30日（周三）、10月8日（周四） 至 10月9日（周五）',
      '　10月12日（周一）：当日，不计',
      '　10月13日（周二）：第1个工作日',
      '　10月14日（周三）：第2个工作日',
      '　10月15日（周四）：第3个工作日',
      '2026年10月20日（周二）10:00 退回补正：自退回起至少1个工作日，期限至2026年10月21日（周三）18:00',
      '　10月20日（周二）：当日，不计',
      '　10月21日（周三）：第1个工作日',
      '现期限：2026年10月21日（周三）18:00',
    ]);
  });

  it('says that natural time knows no days, and that a due time which had passed stands', () => {
    const ticket = overTheHoliday({ urgency: 'urgent' }).at('2026-09-30 11:00').does('hold', hold);
    ticket.at('2026-10-02 11:00').does('resume', {});
    expect(receipt(ticket, 'finish').lines).toEqual([
      '办理时限：24小时（限时规则第1版，限时办法）',
      '起算时间：2026年9月29日（周二）10:01',
      '24小时到期：2026年9月30日（周三）10:01',
      '挂账：2026年9月30日（周三）11:00 至 2026年10月2日（周五）11:00，开始时已超期，期限不变',
      '现期限：2026年9月30日（周三）10:01',
    ]);
  });

  it('tells of a ticket that is held that its time stands still', () => {
    const held = receipt(overTheHoliday().at('2026-09-30 08:00').does('hold', hold), 'finish');
    expect(held.pausedSince).toBe(at('2026-09-30 08:00').toISOString());
    expect(held.lines).toContain('2026年9月30日（周三）08:00起挂账，暂停计时；恢复办理后期限相应顺延');
  });

  it('tells the office minutes of each day, and whether a clock was met in time', () => {
    const lines = receipt(new ATicket({}, '2026-03-02 17:30').at('2026-03-03 10:30').dispatched(), 'dispatch').lines;
    expect(lines.slice(-5)).toEqual([
      '　3月2日（周一）：计30分钟',
      '　3月3日（周二）：计90分钟',
      '2个工作小时到期：2026年3月3日（周二）10:30',
      '期限：2026年3月3日（周二）10:30',
      '完成时间：2026年3月3日（周二）10:30，按期',
    ]);
  });

  it('tells of a hold over the turn of the year that was counted without the year before', () => {
    const ticket = new ATicket({ urgency: 'urgent' }, '2025-12-31 12:00').dispatched().signed();
    ticket.at('2025-12-31 20:00').does('hold', hold).at('2026-01-06 10:00').does('resume', {});
    const told = receipt(ticket, 'citizen');
    expect(told.calendars.map(({ year }) => year)).toEqual([2026]);
    expect(told.lines).toContain('　其间3个工作日不计：1月4日（周日） 至 1月6日（周二）');
  });

  it('tells what a superior’s date takes away', () => {
    const upstreamDueAt = at('2026-10-09 12:00');
    const above = { upstreamSystem: 'city', upstreamNumber: '1', upstreamDueAt };
    const lines = receipt(overTheHoliday(above), 'finish').lines;
    expect(lines[0]).toContain('上级期限 2026年10月9日（周五）12:00');
    expect(lines).toContain('受上级期限约束，提前至2026年10月8日（周四）18:00');
  });
});

describe('the receipt of a ticket with a limit of its own', () => {
  const ruled = { presentDueAt: at('2026-10-12 18:00'), latest: at('2026-10-12 18:00') };
  const limited = () =>
    overTheHoliday().does('setLimit', { dueAt: at('2026-10-03 12:00'), ...ruled, reason: said.reason });
  const words = '（理由：区领导要求三日内办结；来源：区政府批示）';

  it('tells who set it, when, until when and why, and gives the same instant again', () => {
    const told = receipt(limited(), 'finish');
    expect(told.lines.slice(-2)).toEqual([
      `2026年9月29日（周二）10:03 李四单独限时至2026年10月3日（周六）12:00：期限提前至2026年10月3日（周六）12:00${words}`,
      '现期限：2026年10月3日（周六）12:00',
    ]);
    expect(told.steps).toEqual([
      {
        kind: 'own-limit',
        at: at('2026-09-29 10:03').toISOString(),
        dueAt: at('2026-10-03 12:00').toISOString(),
        seq: 4,
        inherited: false,
        ...said,
      },
    ]);
    expect(replayReceipt(told, years)).toEqual(at('2026-10-03 12:00'));
  });

  it('tells what a department that was sent later has at least', () => {
    const ticket = limited().at('2026-10-03 11:00').does('redispatch', { leadId: 'power', reason: '' });
    const told = receipt(ticket, 'finish');
    expect(told.lines).toContain(
      `2026年9月29日（周二）10:03 李四单独限时至2026年10月3日（周六）12:00，派单时已设，至少留4个办公小时：期限提前至2026年10月8日（周四）15:00${words}`,
    );
    expect(replayReceipt(told, years)).toEqual(at('2026-10-08 15:00'));
  });
});

describe('replaying a receipt', () => {
  const ticket = overTheHoliday().at('2026-09-30 08:00').does('hold', hold).at('2026-10-09 10:00').does('resume', {});
  const told = receipt(ticket, 'finish');

  it('gives the same instant from the years in the versions that it names, whatever was published since', () => {
    const since: CalendarYear[] = years.map((year) => ({ ...year, version: 9, days: [] }));
    expect(replayReceipt(told, [...since, ...years]).toISOString()).toBe(told.dueAt);
  });

  it('gives another one when anything in it is changed', () => {
    const [step] = told.steps;
    if (step?.kind !== 'pause') throw new Error('a hold is a step');
    const forged = { ...told, steps: [{ ...step, to: at('2026-10-12 10:00').toISOString() }] };
    expect(replayReceipt(forged, years).toISOString()).not.toBe(told.dueAt);
    expect(replayReceipt({ ...told, officeHours: [{ from: '08:00', to: '17:00' }] }, years).toISOString()).not.toBe(
      told.dueAt,
    );
  });

  it('is refused without them', () => {
    expect(() => replayReceipt(told, [])).toThrow(UnpublishedYear);
  });
});
