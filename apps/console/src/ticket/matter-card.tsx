import { Card, Descriptions } from 'antd';
import { Link } from 'react-router-dom';
import { elements } from '#ticket/element';
import { useDepartments } from '../directory/use-directory';
import type { TicketView } from '../moves/move-target';
import { instant } from '../words/instant';
import { yesNo } from '../words/yes-no';

/** What the citizen wants: the text, the place, the time, and whom it is about. */
export function MatterCard({ ticket }: { ticket: TicketView }) {
  const departments = useDepartments();
  const accused = departments.find(({ id }) => id === ticket.subjectDepartmentId)?.name;
  const items = [
    { label: '事项分类', value: ticket.category?.name },
    { label: '区域', value: ticket.area?.name },
    { label: '详细地址', value: ticket.address },
    { label: '发生时间', value: instant(ticket.occurredAt) },
    { label: '被反映对象', value: [ticket.subjectParty, accused].filter(Boolean).join(' · ') },
    { label: '缺少的要素', value: ticket.missing.map((element) => elements[element].label).join('、') },
    ...Object.entries(ticket.attributes).map(([label, value]) => ({ label, value: saidOf(value) })),
    { label: '帖文', value: ticket.post && <PostLink post={ticket.post} /> },
    { label: '归入热点', value: ticket.issue && <IssueLink issue={ticket.issue} /> },
    { label: '上级系统', value: ticket.upstreamSystem },
    { label: '上级工单号', value: ticket.upstreamNumber },
    { label: '上级期限', value: ticket.upstreamDueAt && instant(ticket.upstreamDueAt) },
  ].filter(({ value }) => Boolean(value));
  return (
    <Card size="small" title="诉求内容">
      <p className="matter-text">{ticket.content || <span className="quiet">（未填写）</span>}</p>
      <Descriptions
        size="small"
        column={{ xs: 1, sm: 2, xxl: 3 }}
        items={items.map(({ label, value }) => ({ key: label, label, children: value }))}
      />
    </Card>
  );
}

/** What a channel told besides, under the name it has there. */
const saidOf = (value: unknown): string =>
  typeof value === 'boolean'
    ? yesNo(value)
    : typeof value === 'number'
      ? `${value}`
      : typeof value === 'string'
        ? value
        : '';

const IssueLink = ({ issue: { id, name } }: { issue: NonNullable<TicketView['issue']> }) => (
  <Link to={`/issues/${id}`}>{name}</Link>
);

const PostLink = ({ post }: { post: NonNullable<TicketView['post']> }) => (
  <span>
    <a href={post.url} target="_blank" rel="noopener noreferrer">
      查看原帖
    </a>{' '}
    {post.author}，{instant(post.postedAt)}
  </span>
);
