import { App, Button, Card, Empty, Popconfirm, Progress } from 'antd';
import { useState } from 'react';
import type { Light } from '#ticket/issue';
import { problemWords } from '../api/problem-words';
import { useWrite } from '../api/use-write';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import type { IssueView, Milestone } from './issue-row';
import { LightTag } from './light-tag';
import { MilestoneDialog } from './milestone-dialog';

const lightColors: Record<Light, string> = { green: '#389e0d', yellow: '#d48806', red: '#c41d1d' };

/** What is planned, how far it is, and how that stands: lights follow from the rules, nobody sets them. */
export function Milestones({ issue }: { issue: IssueView }) {
  const mayChange = mayCall('POST /api/issues/:id/milestones', useUser().roles) && issue.state === 'open';
  const [opened, open] = useState<Milestone | 'new' | null>(null);
  const add = mayChange && (
    <Button size="small" onClick={() => open('new')}>
      增加节点
    </Button>
  );
  return (
    <Card size="small" title="进度节点" extra={add}>
      {issue.milestones.length === 0 && <Empty description="没有节点" image={Empty.PRESENTED_IMAGE_SIMPLE} />}
      {issue.milestones.map((milestone) => (
        <section key={milestone.id} className="milestone" aria-label={milestone.title}>
          <div className="item-top">
            <LightTag light={milestone.light} />
            <span className="item-title">{milestone.title}</span>
            {mayChange && <Buttons issue={issue} milestone={milestone} edit={() => open(milestone)} />}
          </div>
          <Progress percent={milestone.percent} strokeColor={lightColors[milestone.light]} size="small" />
          <div className="item-line quiet">
            计划 {milestone.startsOn} 至 {milestone.dueOn}，应达{milestone.plannedPercent}%，实际{milestone.percent}%
            {milestone.doneOn && `，${milestone.doneOn} 完成`}
          </div>
        </section>
      ))}
      {opened && (
        <MilestoneDialog issue={issue} milestone={opened === 'new' ? null : opened} close={() => open(null)} />
      )}
    </Card>
  );
}

function Buttons({ issue, milestone, edit }: { issue: IssueView; milestone: Milestone; edit(): void }) {
  const { message } = App.useApp();
  const remove = useWrite('DELETE /api/issues/:id/milestones/:milestoneId');
  const send = (): void =>
    void remove
      .mutateAsync({ params: { id: issue.id, milestoneId: milestone.id }, version: issue.version })
      .catch((reason: unknown) => message.error(problemWords(reason)));
  return (
    <span className="item-end">
      <Button size="small" type="link" onClick={edit}>
        更新
      </Button>
      <Popconfirm title="确定删除该节点？" onConfirm={send} okText="删除" cancelText="取消">
        <Button size="small" type="link" danger>
          删除
        </Button>
      </Popconfirm>
    </span>
  );
}
