import { CheckCircleFilled } from '@ant-design/icons';
import { Button, Card, Descriptions, Flex } from 'antd';
import { Link } from 'react-router-dom';
import type { RouteAnswer } from '#http-api/routes';
import { elements } from '#ticket/element';
import { useAnswer } from '../api/use-answer';
import { StateTag } from '../parts/state-tag';
import { inGroups } from '../words/in-groups';
import { instant } from '../words/instant';

type Registered = RouteAnswer<'POST /api/tickets'>;

/** What the agent reads to the citizen; meanwhile it may already have been dispatched. Enter begins the next call. */
export function RegisteredCard({ ticket, next }: { ticket: Registered; next(): void }) {
  const current = useAnswer('GET /api/tickets/:id', { params: { id: ticket.id } }).data ?? ticket;
  const master = useAnswer(
    'GET /api/tickets/:id',
    { params: { id: current.mergedIntoId ?? '' } },
    { enabled: current.mergedIntoId !== null },
  ).data;
  const missing = current.missing.map((element) => elements[element].label).join('、');
  const code = ticket.trackingCode;
  const items = [
    { key: 'number', label: '工单号', children: <span className="read-aloud">{current.number}</span> },
    { key: 'code', label: '查询码', children: <span className="read-aloud">{code ? inGroups(code) : '—'}</span> },
    { key: 'state', label: '状态', children: <StateTag state={current.state} round={current.round} /> },
    ...(current.mergedIntoId
      ? [
          {
            key: 'master',
            label: '主单',
            children: <Link to={`/tickets/${current.mergedIntoId}`}>{master?.number ?? '查看'}</Link>,
          },
        ]
      : []),
    ...(missing ? [{ key: 'missing', label: '缺少的要素', children: missing }] : []),
    { key: 'lead', label: '承办单位', children: (current.lead ?? master?.lead)?.name ?? '—' },
    { key: 'promised', label: '对外承诺', children: current.promisedAt ? instant(current.promisedAt) : '—' },
  ];
  return (
    <Card className="registered">
      <h2>
        <CheckCircleFilled className="registered-sign" /> 已登记
      </h2>
      <p className="matter-text">{current.title}</p>
      <Descriptions column={1} items={items} styles={{ label: { width: 84, alignItems: 'center' } }} />
      <Flex gap={8} wrap>
        <Button type="primary" size="large" autoFocus onClick={next}>
          登记下一件（回车）
        </Button>
        <Link to={`/tickets/${ticket.id}`}>
          <Button size="large" tabIndex={-1}>
            查看工单
          </Button>
        </Link>
      </Flex>
    </Card>
  );
}
