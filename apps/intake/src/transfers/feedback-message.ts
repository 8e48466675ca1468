import { leadOf, type Ticket } from '#ticket/ticket';
import { states } from '#ticket/state';
import { isToldUpstream, toldUpstream } from '#ticket/told-upstream';
import { transitionRow } from '#ticket/transition';
import type { StoredLine } from '#store/history-chain';

/** One step of a ticket as the system it came from is told of it. */
interface Step {
  readonly seq: number;
  readonly at: string;
  readonly step: string;
  readonly label: string;
  readonly state: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** What is sent to the system that a ticket came from: how it stands, and the steps since it was told last. */
export interface FeedbackMessage {
  /** The same whenever it is sent again: whoever has had it drops it. */
  readonly delivery: string;
  readonly upstreamNumber: string | null;
  readonly number: string;
  readonly state: string;
  readonly stateLabel: string;
  readonly round: number;
  readonly department: string | null;
  readonly reply: Readonly<Record<string, unknown>> | null;
  readonly steps: readonly Step[];
}

/** What is owed of a ticket after `toldSeq`; null when nothing of it is theirs to know. No word of the citizen is in it. */
export function feedbackMessage(
  ticket: Ticket,
  lines: readonly StoredLine[],
  { toldSeq, departmentName }: { toldSeq: number; departmentName: (id: string) => string },
): FeedbackMessage | null {
  const steps = lines.filter(({ seq, name }) => seq > toldSeq && isToldUpstream(name)).map(stepOf);
  const last = steps.at(-1);
  if (!last) return null;
  return {
    delivery: `${ticket.id}-${last.seq}`,
    upstreamNumber: ticket.upstreamNumber,
    number: ticket.number,
    state: ticket.state,
    stateLabel: states[ticket.state].label,
    round: ticket.round,
    department: ticket.leadDepartmentId === null ? null : departmentName(ticket.leadDepartmentId),
    reply: replyOf(ticket),
    steps,
  };
}

function stepOf({ seq, at, name, to, data, text }: StoredLine): Step {
  const told = isToldUpstream(name) ? (toldUpstream[name] ?? []) : [];
  const said: Readonly<Record<string, unknown>> = { ...data, ...text };
  const facts = Object.fromEntries(told.flatMap((field) => (field in said ? [[field, said[field]]] : [])));
  const { label } = transitionRow(name);
  return { seq, at: at.toISOString(), step: name, label, state: to, facts };
}

/** Only a reply that our review let pass. The department's own account stays in the house. */
function replyOf(ticket: Ticket): FeedbackMessage['reply'] {
  const lead = leadOf(ticket);
  if (!lead?.answeredAt || !lead.reply) return null;
  const { factFinding, demandFinding, resolution, publicText } = lead.reply;
  return { factFinding, demandFinding, resolution, publicText };
}
