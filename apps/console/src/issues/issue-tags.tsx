import { Tag } from 'antd';
import { issueKinds, issueStates } from '#ticket/issue';
import { issueAlerts } from '#ticket/issue-rule';
import { LightTag } from './light-tag';
import type { IssueRow } from './issue-row';

/** What is to be noticed of an issue before its figures. */
export const IssueTags = ({ issue: { state, kind, alerts, light, growing } }: { issue: IssueRow }) => (
  <span className="issue-tags">
    {state !== 'open' && <Tag className="tag">{issueStates[state].label}</Tag>}
    {kind !== 'spontaneous' && (
      <Tag color="blue" className="tag">
        {issueKinds[kind].label}
      </Tag>
    )}
    {alerts.map((alert) => (
      <Tag key={alert} color="red" className="tag">
        {issueAlerts[alert].label}
      </Tag>
    ))}
    {growing && !alerts.includes('growth') && (
      <Tag color="orange" className="tag">
        增长中
      </Tag>
    )}
    <LightTag light={light} />
  </span>
);
