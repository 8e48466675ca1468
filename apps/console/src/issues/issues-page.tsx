import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { usePages } from '../api/use-pages';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { useKept } from '../parts/use-kept';
import { BeginIssue } from './begin-issue';
import { IssueAlerts } from './issue-alerts';
import { IssueFilters, type Sought } from './issue-filters';
import { IssueList } from './issue-list';
import { IssueRules } from './issue-rules';
import { TopIssues } from './top-issues';
import './issues.css';

const lists = [
  { value: 'issues', label: '热点' },
  { value: 'alerts', label: '预警' },
  { value: 'rules', label: '规则' },
] as const;
type Shown = (typeof lists)[number]['value'];

/** 热点诉求: what many ask about before it becomes a complaint (未诉先办). */
export function IssuesPage() {
  const { roles } = useUser();
  const [shown, show] = useKept<Shown>('issues', 'issues');
  const [isBeginning, setBeginning] = useState(false);
  return (
    <div className="page">
      <div className="page-filters">
        {mayCall('GET /api/issue-alerts', roles) && (
          <Segmented<Shown> options={[...lists]} value={shown} onChange={show} />
        )}
        {mayCall('POST /api/issues', roles) && <Button onClick={() => setBeginning(true)}>新建事项</Button>}
        <span className="quiet">相似诉求自动归组，不自动并单、不自动答复。</span>
      </div>
      {shown === 'alerts' && <IssueAlerts />}
      {shown === 'rules' && <IssueRules />}
      {shown === 'issues' && <Issues />}
      {isBeginning && <BeginIssue close={() => setBeginning(false)} />}
    </div>
  );
}

function Issues() {
  const [sought, seek] = useState<Sought>({ state: 'open', sort: '-activeAt' });
  const pages = usePages('GET /api/issues', { query: sought });
  return (
    <>
      <IssueFilters sought={sought} seek={seek} isBusy={pages.isLoading} />
      <TopIssues issues={pages.items} />
      <IssueList pages={pages} />
    </>
  );
}
