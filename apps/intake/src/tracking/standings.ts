import type { ClockKind } from '#ticket/clock-kind';
import type { State } from '#ticket/state';
import type { Ticket } from '#ticket/ticket';
import type { TrackedView } from '#http-api/tracking-shapes';

type Standing = TrackedView['standing'];

/** What a standing's words need besides the ticket. */
export interface Now {
  readonly lead: string;
  /** Until when what is under way is to be decided, as it is said; null when nobody knows, or when it is late. */
  readonly until: (...kinds: ClockKind[]) => string | null;
}

const ask = '如仍有问题，请拨打12345。';

/** How each state is told to the ticket's citizen. */
const standings: Readonly<Record<State, (ticket: Ticket, now: Now) => Standing>> = {
  incomplete: () => ({
    label: '待您补充信息',
    words: '您的诉求已登记，但还缺少一些信息。请在下方补充，补全后即可办理。',
  }),
  registered: () => ({ label: '正在转办', words: '您的诉求已受理，热线正在确定由哪个单位办理。' }),
  dispatched: ({ round }, { lead }) => ({
    label: round > 1 ? '已转办，重新办理' : '已转办',
    words: `已转交${lead}${round > 1 ? '重新' : ''}办理，等待该单位签收。`,
  }),
  handling: ({ round }, { lead }) => ({
    label: round > 1 ? '重新办理中' : '办理中',
    words: `${lead}正在${round > 1 ? '重新' : ''}办理。`,
  }),
  returning: (_ticket, { lead, until }) => {
    const by = until('return', 'arbitration');
    const when = by === null ? '' : `，将在${by}前决定`;
    const words = `${lead}认为不属其职责，正由12345热线裁定由谁办理${when}。答复您的时间不因此推迟。`;
    return { label: '正在确认承办单位', words };
  },
  held: (_ticket, { until }) => {
    const by = until('held');
    const when = by === null ? '' : `，将在${by}前复核`;
    return { label: '暂缓办理', words: `目前暂不具备办理条件，经批准暂缓${when}。恢复办理后会继续答复您。` };
  },
  replied: (_ticket, { lead }) => ({
    label: '答复审核中',
    words: `${lead}已提交办理结果，热线正在审核，审核通过后即可在此查看答复。`,
  }),
  upstream: () => ({ label: '上级审核中', words: '办理结果已报上级审核，审核通过后即可在此查看答复。' }),
  'returning-up': () => ({ label: '报上级平台确认中', words: '热线认为不属本区办理，正由上级平台确认。' }),
  callback: () => ({
    label: '已答复，等待回访',
    words: '答复见下方。12345热线会电话回访，请您说说是否解决、是否满意。',
  }),
  closed: ({ closeReason }, { lead }) =>
    ends[closeReason ?? '']?.(lead) ?? { label: '已办结', words: `办理已经结束。${ask}` },
  merged: ({ handledAt }) =>
    handledAt
      ? { label: '已答复', words: `您的诉求已与同一事项合并办理并答复，答复见下方。${ask}` }
      : {
          label: '合并办理中',
          words: '您的诉求与同一事项合并办理，您的工单编号不变，答复后可在此查看。要补充情况，请拨打12345。',
        },
  withdrawn: () => ({ label: '已撤回', words: '这件诉求已经撤回，不再办理。需要时可拨打12345重新反映。' }),
  void: () => ({ label: '已作废', words: '这件工单已作废，不再办理。如有疑问，请拨打12345。' }),
  'returned-up': () => ({
    label: '已转回上级平台',
    words: '经上级平台确认，由其另行安排办理。如有疑问，请拨打12345。',
  }),
};

/** By what a closed ticket ended. */
const ends: Readonly<Record<string, ((lead: string) => Standing) | undefined>> = {
  'answered-on-call': () => ({ label: '已答复', words: `热线已直接答复您，答复见下方。${ask}` }),
  referred: () => ({ label: '已告知办理途径', words: '这件事须按法定途径办理，途径见下方。' }),
  forwarded: (lead) => ({ label: '已转达', words: `您的心意已转达${lead}，感谢您的肯定。` }),
  unrated: () => ({ label: '已办结', words: `答复见下方。多次回访未能联系到您，按规定办结。${ask}` }),
};

export function standingOf(ticket: Ticket, now: Now): Standing {
  const standing = standings[ticket.state](ticket, now);
  return ticket.erasedAt ? { ...standing, words: erased } : standing;
}

/** Whatever else would be said of it points to an answer that stands there no more. */
const erased = '这件诉求已经归档，其中的个人信息和文字内容已按规定删除。';
