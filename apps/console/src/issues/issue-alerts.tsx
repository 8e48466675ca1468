import type { TableColumnsType } from 'antd';
import { Link } from 'react-router-dom';
import type { ListItem } from '#http-api/list-route';
import { issueAlerts, issueRules, issueRuleUnits, type IssueAlertKind } from '#ticket/issue-rule';
import { usePages } from '../api/use-pages';
import { PagedTable } from '../parts/paged-table';
import { fullInstant, instant } from '../words/instant';

type Alert = ListItem<'GET /api/issue-alerts'>;

const unitOf = (kind: IssueAlertKind): string => issueRuleUnits[issueRules[issueAlerts[kind].rule].unit].label;
const said = (value: number, kind: IssueAlertKind): string => `${Math.round(value * 100) / 100}${unitOf(kind)}`;

/** A growth is never shown without what it is made of. */
const found = ({ kind, value, numerator, denominator }: Alert): string => {
  if (numerator === null || denominator === null) return said(value, kind);
  return `${denominator === 0 ? '新增' : said(value, kind)}（${numerator}件 / ${denominator}件）`;
};

const columns: TableColumnsType<Alert> = [
  { title: '时间', width: 170, render: (_, { at }) => fullInstant(at) },
  { title: '热点事项', render: (_, { issueId, title }) => <Link to={`/issues/${issueId}`}>{title}</Link> },
  { title: '预警', width: 100, render: (_, { kind }) => issueAlerts[kind].label },
  { title: '当时', width: 170, align: 'right', render: (_, alert) => found(alert) },
  {
    title: '阈值（版本）',
    width: 140,
    align: 'right',
    render: (_, { threshold, kind, ruleVersion }) => `${said(threshold, kind)}（第${ruleVersion}版）`,
  },
];

/** Thresholds that issues have crossed, each once. */
export const IssueAlerts = () => (
  <PagedTable<Alert>
    columns={columns}
    pages={usePages('GET /api/issue-alerts')}
    widthPx={760}
    empty="还没有预警"
    card={({ id, issueId, title, kind, at }) => (
      <Link key={id} to={`/issues/${issueId}`} className="card-link">
        <div className="item-top">
          <span className="item-title">{title}</span>
        </div>
        <div className="item-line quiet">
          {issueAlerts[kind].label}
          <span className="item-end">{instant(at)}</span>
        </div>
      </Link>
    )}
  />
);
