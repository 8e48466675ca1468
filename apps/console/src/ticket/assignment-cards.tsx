import { Card, Flex, Tag } from 'antd';
import { assignmentStates } from '#ticket/assignment-state';
import { partWords } from '#ticket/part-kind';
import type { AssignmentView, TicketView } from '../moves/move-target';
import { Due } from '../parts/due';
import { instant } from '../words/instant';
import { ReplyFacts } from './reply-facts';
import { SheetLinks } from './sheet-links';

/** Each department's part, the present round first. */
export function AssignmentCards({ ticket }: { ticket: TicketView }) {
  if (ticket.assignments.length === 0) return null;
  const parts = ticket.assignments.toSorted((a, b) => b.round - a.round || roleOrder(a) - roleOrder(b));
  const below = (id: string | null): AssignmentView[] =>
    parts.filter(({ parentId }) => parentId === id).flatMap((part) => [part, ...below(part.id)]);
  return (
    <Card size="small" title="承办情况">
      {below(null).map((part) => (
        <AssignmentFacts key={part.id} part={part} ticket={ticket} />
      ))}
    </Card>
  );
}

const roleOrder = ({ role }: AssignmentView): number => (role === 'lead' ? 0 : 1);

const stepWords = ({ dispatchedAt, signedAt, contactedAt, submittedAt }: AssignmentView): string =>
  [
    `派单 ${instant(dispatchedAt)}`,
    signedAt && `签收 ${instant(signedAt)}`,
    contactedAt && `联系 ${instant(contactedAt)}`,
    submittedAt && `反馈 ${instant(submittedAt)}`,
  ]
    .filter(Boolean)
    .join('　');

interface AssignmentFactsProps {
  readonly part: AssignmentView;
  readonly ticket: TicketView;
}

const AssignmentFacts = ({ part, ticket }: AssignmentFactsProps) => (
  <div className={part.parentId ? 'part part-below' : 'part'}>
    <Flex gap={8} align="center" wrap>
      <Tag className="tag" color={part.role === 'lead' ? 'blue' : undefined}>
        {partWords(part)}
      </Tag>
      <strong>{part.department.name}</strong>
      <span>{assignmentStates[part.state].label}</span>
      {part.round > 1 && <span className="quiet">第{part.round}轮</span>}
      {assignmentStates[part.state].open && part.dueAt && <Due at={part.dueAt} paused={ticket.state === 'held'} />}
      <SheetLinks part={part} />
    </Flex>
    <div className="quiet part-steps">{stepWords(part)}</div>
    {part.reply && <ReplyFacts reply={part.reply} attachments={ticket.attachments} />}
    {part.reply?.replaces && (
      <section aria-label="更正前的反馈">
        <div className="quiet">以上是更正，待审核。更正前已通过审核的反馈：</div>
        <ReplyFacts reply={part.reply.replaces} attachments={ticket.attachments} />
      </section>
    )}
  </div>
);
