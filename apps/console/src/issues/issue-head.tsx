import { Alert, Card, Descriptions } from 'antd';
import { Link } from 'react-router-dom';
import { fullInstant, instant } from '../words/instant';
import { growthWords } from './growth-cell';
import { IssueActions } from './issue-actions';
import type { IssueView } from './issue-row';
import { IssueTags } from './issue-tags';

/** What it is, how large it is and how it grows, what everybody is to answer, and what may be done with it. */
export function IssueHead({ issue }: { issue: IssueView }) {
  const { growth, answer, joinedIntoId } = issue;
  const items = [
    { label: '件数', value: `${issue.tickets}件` },
    { label: '人数', value: `${issue.citizens}人` },
    { label: '首发', value: issue.firstAt ? instant(issue.firstAt) : '—' },
    { label: '最近', value: instant(issue.activeAt) },
    {
      label: '增长比',
      value: `${growthWords(growth)}（近${growth.days}天${growth.numerator}件 / 此前${growth.days}天${growth.denominator}件）`,
    },
    { label: '牵头单位', value: issue.lead?.name ?? '未指定' },
    ...(issue.closedAt ? [{ label: '结束跟踪', value: fullInstant(issue.closedAt) }] : []),
  ];
  return (
    <Card size="small">
      <div className="issue-top">
        <h2 className="issue-name">{issue.title}</h2>
        <IssueTags issue={issue} />
        <IssueActions issue={issue} />
      </div>
      {joinedIntoId && (
        <Alert
          type="info"
          showIcon
          title={
            <>
              已并入其他事项，<Link to={`/issues/${joinedIntoId}`}>前往查看</Link>
            </>
          }
        />
      )}
      <Descriptions
        size="small"
        column={{ xs: 1, sm: 2, lg: 3 }}
        items={items.map(({ label, value }) => ({ key: label, label, children: value }))}
      />
      {answer && <Alert type="success" showIcon title="统一答复口径" description={answer.text} />}
    </Card>
  );
}
