import { isCallbackDue } from '#ticket/callback-due';
import { isOpen, type State } from '#ticket/state';
import { leadOf, type Ticket } from '#ticket/ticket';
import { trackedStages, type TrackedStageName, type TrackedView } from '#http-api/tracking-shapes';
import type { Answer } from './answers';
import type { TrackedLine } from './tracked-line';

type Stage = TrackedView['stages'][number];

/** How a stage is called that is over, that is now, and that is still to come. */
const words: Readonly<Record<TrackedStageName, Record<Stage['progress'], string>>> = {
  accepted: { done: '已受理', current: '待补充', ahead: '受理' },
  dispatched: { done: '已转办', current: '转办中', ahead: '转办' },
  handling: { done: '已办理', current: '办理中', ahead: '办理' },
  answered: { done: '已答复', current: '答复审核中', ahead: '答复' },
  callback: { done: '已回访', current: '待回访', ahead: '回访' },
  closed: { done: '已办结', current: '办结中', ahead: '办结' },
};

/** How the stage that a ticket is at is called where nobody does yet, or any more, what it is named after. */
const waiting: { readonly [At in State]?: string } = { dispatched: '等待单位签收', held: '暂缓办理' };

/** The stage that a ticket in each state is at. */
const stageOf: Readonly<Record<State, TrackedStageName>> = {
  incomplete: 'accepted',
  registered: 'dispatched',
  returning: 'dispatched',
  'returning-up': 'dispatched',
  dispatched: 'handling',
  handling: 'handling',
  held: 'handling',
  replied: 'answered',
  upstream: 'answered',
  callback: 'callback',
  merged: 'answered',
  closed: 'closed',
  withdrawn: 'closed',
  void: 'closed',
  'returned-up': 'closed',
};

/** Ends that are no answer, by why a ticket was closed: their own word says what became of it. */
const unanswered: readonly (string | null)[] = ['referred', 'forwarded'];

/** Whether all that was needed was ever said: what was taken back before was not accepted. */
const isAccepted = ({ state }: Ticket, lines: readonly TrackedLine[]): boolean =>
  lines.some(({ to }) => to !== 'incomplete' && isOpen(to)) || !['withdrawn', 'void'].includes(state);

const calls: readonly string[] = ['callbackAttempt', 'rate', 'closeUnrated'];

/** When each stage was reached; null for one that was not. */
function reached(ticket: Ticket, lines: readonly TrackedLine[], answers: readonly Answer[]) {
  const lead = leadOf(ticket);
  const isAnswered =
    ['callback', 'closed', 'merged'].includes(ticket.state) && !unanswered.includes(ticket.closeReason);
  return {
    accepted: ticket.registeredAt,
    dispatched: lead?.dispatchedAt ?? null,
    handling: lead?.signedAt ?? null,
    answered: isAnswered ? (answers.at(-1)?.at ?? ticket.handledAt) : null,
    callback: isAnswered ? (lines.findLast(({ name }) => calls.includes(name))?.at ?? null) : null,
    closed: isOpen(ticket.state) || ticket.state === 'merged' ? null : (ticket.closedAt ?? ticket.stateSince),
  } satisfies Record<TrackedStageName, Date | null>;
}

/** The way of a ticket so far and, while it is open, what is still to come. `label` is how an end other than by an answer is called. */
export function stagesOf(
  ticket: Ticket,
  lines: readonly TrackedLine[],
  answers: readonly Answer[],
  label: string,
): Stage[] {
  const at = reached(ticket, lines, answers);
  const here = stageOf[ticket.state];
  const isOver = !isOpen(ticket.state) && (ticket.state !== 'merged' || ticket.handledAt !== null);
  const isOn = (name: TrackedStageName): boolean => {
    if (name === here) return true;
    if (!isOpen(ticket.state)) return at[name] !== null;
    return name !== 'callback' || isCallbackDue(ticket);
  };
  const isEndOfOwn = !isOpen(ticket.state) && (here !== 'closed' || at.answered === null);
  const place = trackedStages.indexOf(here);
  const wordOf = (name: TrackedStageName, progress: Stage['progress']): string =>
    name === 'accepted' && progress === 'done' && !isAccepted(ticket, lines) ? '已登记' : words[name][progress];
  const current = (progress: Stage['progress']): string | undefined =>
    progress === 'current' ? waiting[ticket.state] : undefined;
  return trackedStages.filter(isOn).map((name) => {
    const index = trackedStages.indexOf(name);
    const progress = index < place || (isOver && index === place) ? 'done' : index === place ? 'current' : 'ahead';
    const called = name === here && isEndOfOwn ? label : (current(progress) ?? wordOf(name, progress));
    return { name, label: called, progress, at: progress === 'ahead' ? null : (at[name]?.toISOString() ?? null) };
  });
}
