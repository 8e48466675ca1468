import { Card, Descriptions } from 'antd';
import { elements } from '#ticket/element';
import { useDepartments } from '../directory/use-directory';
import type { TicketView } from '../moves/move-target';
import { instant } from '../words/instant';

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
