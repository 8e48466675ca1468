import { clockKinds } from '#ticket/clock-kind';
import type { KnownCause } from '#ticket/order-grounds';
import type { SupervisionOrder } from '#ticket/supervision';
import type { Ticket } from '#ticket/ticket';
import { shanghaiText } from '#http-api/list-columns';
import type { OwedByRung } from '#store/owed-drafts';
import type { Settings } from '#platform/settings';

/** What an order says that nobody wrote; whoever signs it may write it anew before. */
type Said = Pick<SupervisionOrder, 'level' | 'cause' | 'requirement'>;

interface Found extends Pick<Settings, 'gatheringPeople'> {
  readonly ticket: Ticket;
  /** The round that it is about. */
  readonly round: number;
}

export const saidForRung = ({ kind, dueAt }: Pick<OwedByRung, 'kind' | 'dueAt'>): Said => ({
  level: 'written',
  cause: 'ladder',
  requirement: `${clockKinds[kind].label}已于${shanghaiText(dueAt.toISOString()).slice(0, 16)}到期。请立即办理，并书面反馈办理情况和超期原因。`,
});

/** Null when it is not so serious. */
export function saidForCause(cause: KnownCause, found: Found): Said | null {
  const said = words[cause](found);
  return said && { cause, ...said };
}

const words: Record<KnownCause, (found: Found) => Omit<Said, 'cause'> | null> = {
  media: () => ({
    level: 'written',
    requirement: '本事项由媒体反映。请立即核实办理，并书面反馈办理情况和拟答复的内容。',
  }),
  'dissatisfied-after-rework': ({ round }) => ({
    level: 'written',
    requirement: `本工单第${round}轮重办后，诉求仍未办好。请单位负责人牵头重新核实办理，并书面反馈办理情况和此前未办到位的原因。`,
  }),
  'false-completion': () => ({
    level: 'written',
    requirement:
      '本工单反馈办结后，经核实并未办结，现已重启办理。请立即办理，并书面反馈办理情况、反馈不实的原因和责任人处理情况。',
  }),
  gathering: ({ ticket: { stability, peopleInvolved }, gatheringPeople }) =>
    stability && peopleInvolved !== null && peopleInvolved >= gatheringPeople
      ? {
          level: 'on-site',
          requirement: `本事项涉稳，涉及${peopleInvolved}人。请负责人立即到现场了解情况、做好疏导，并书面反馈处置情况。`,
        }
      : null,
};
