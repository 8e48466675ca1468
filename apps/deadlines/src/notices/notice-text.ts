import { shanghaiIso } from '#calendar/shanghai-time';
import { clockKinds, type ClockKind } from '#ticket/clock-kind';
import { rungs, type Rung } from '#ticket/rung';

/** What a message to staff says: which ticket, which time limit and how far it has climbed; nothing of the citizen. */
export function noticeText({
  number,
  kind,
  rung,
  dueAt,
}: {
  readonly number: string;
  readonly kind: ClockKind;
  readonly rung: Rung;
  readonly dueAt: Date;
}): string {
  const due = shanghaiIso(dueAt).slice(0, 16).replace('T', ' ');
  return `【12345热线】${rungs[rung].label}：工单${number}，${clockKinds[kind].label}至${due}，请登录系统办理。`;
}
