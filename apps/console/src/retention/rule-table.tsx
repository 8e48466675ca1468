import { Button, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { retentionKinds } from '#http-api/retention-shapes';
import { ticketTypes } from '#ticket/ticket-type';
import type { ListItem } from '#http-api/list-route';
import { usePages } from '../api/use-pages';
import { PagedTable } from '../parts/paged-table';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { fullInstant } from '../words/instant';
import { ProposeRule } from './propose-rule';
import { RuleDecision } from './rule-decision';
import { RuleItem } from './rule-item';
import { ruleStates } from './rule-states';

type Rule = ListItem<'GET /api/retention-rules'>;

const columns: TableColumnsType<Rule> = [
  { title: '处置', width: 120, render: (_, { kind }) => retentionKinds[kind].label },
  { title: '诉求类型', width: 110, render: (_, { type }) => (type ? ticketTypes[type].label : '其他全部') },
  { title: '期限', width: 90, render: (_, { days }) => `${days}天` },
  { title: '依据', dataIndex: 'basis' },
  {
    title: '提出',
    width: 190,
    render: (_, { proposedBy, proposedAt }) => `${proposedBy.name} ${fullInstant(proposedAt)}`,
  },
  {
    title: '批准',
    width: 190,
    render: (_, { approvedBy, approvedAt }) => approvedBy && `${approvedBy.name} ${fullInstant(approvedAt ?? '')}`,
  },
  { title: '状态', width: 80, render: (_, { state }) => ruleStates[state] },
  { title: '', width: 150, render: (_, rule) => <RuleDecision rule={rule} /> },
];

/** The rules, newest first. */
export function RuleTable() {
  const pages = usePages('GET /api/retention-rules');
  const { roles } = useUser();
  const [isProposing, setProposing] = useState(false);
  return (
    <>
      {mayCall('POST /api/retention-rules', roles) && (
        <Button type="primary" onClick={() => setProposing(true)}>
          提出规则
        </Button>
      )}
      <PagedTable<Rule>
        columns={columns}
        pages={pages}
        widthPx={1_080}
        empty="没有规则：工单一直保留"
        card={(rule) => <RuleItem key={rule.id} rule={rule} />}
      />
      {isProposing && <ProposeRule close={() => setProposing(false)} />}
    </>
  );
}
