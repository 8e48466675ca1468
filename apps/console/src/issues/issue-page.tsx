import { Card } from 'antd';
import { useParams } from 'react-router-dom';
import { issueDaysShown } from '#ticket/issue';
import { useAnswer } from '../api/use-answer';
import { Loaded } from '../parts/loaded';
import { IssueDays } from './issue-days';
import { IssueHead } from './issue-head';
import type { IssueView } from './issue-row';
import { IssueTickets } from './issue-tickets';
import { Milestones } from './milestones';
import './issues.css';

/** Everything about one hot issue. */
export function IssuePage() {
  const { id = '' } = useParams();
  const issue = useAnswer('GET /api/issues/:id', { params: { id } });
  return <Loaded of={issue}>{(found) => <WholeIssue key={found.id} issue={found} />}</Loaded>;
}

const WholeIssue = ({ issue }: { issue: IssueView }) => (
  <div className="page issue-page">
    <IssueHead issue={issue} />
    <div className="issue-columns">
      <Card size="small" title={`近${issueDaysShown}天每日件数`}>
        <IssueDays days={issue.days} />
      </Card>
      <Milestones issue={issue} />
    </div>
    <IssueTickets issue={issue} />
  </div>
);
