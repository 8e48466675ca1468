import { Card, Descriptions, Tag } from 'antd';
import type { RouteAnswer } from '#http-api/routes';
import { ticketTypes } from '#ticket/ticket-type';
import { BlankedText, type RedactedText } from './blanked-text';

export type CopyDraft = RouteAnswer<'GET /api/tickets/:id/third-party-copy'>;

/** What was taken out by itself and what is left, whole: nobody can correct what they have not read. */
export function DraftCard({ draft }: { draft: CopyDraft }) {
  const { ticketNumber, type, category, area, registeredOn, title, content, place, reply, removed } = draft;
  const text = (label: string, said: RedactedText | null) => ({
    key: label,
    label,
    children: said?.text ? <BlankedText {...said} /> : <span className="quiet">（无）</span>,
  });
  const fact = (label: string, said: string | null) => ({ key: label, label, children: said ?? '' });
  return (
    <Card size="small" title="自动处理后的内容">
      <p className="form-note">
        <span className="quiet">已去除：</span>
        {removed.map(({ kind, label, count }) => (
          <Tag key={kind} color="gold">
            {label} {count} 处
          </Tag>
        ))}
        {removed.length === 0 && '没有发现身份信息'}
      </p>
      <Descriptions
        column={1}
        items={[
          fact('工单号', ticketNumber),
          fact('类型', ticketTypes[type].label),
          fact('事项分类', category),
          fact('区域', area),
          fact('登记日期', registeredOn),
          text('标题', title),
          text('诉求内容', content),
          text('地点', place),
          text('公开答复', reply),
        ]}
      />
    </Card>
  );
}
