import { Button, Drawer, Space } from 'antd';
import { useState } from 'react';
import { gamingSigns, gamingStates } from '#ticket/gaming-sign';
import { usePages } from '../api/use-pages';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { Facts } from '../parts/facts';
import { TicketCards } from '../parts/ticket-cards';
import { fullInstant } from '../words/instant';
import { DecideSign, type Decision } from './decide-sign';
import { subjectWords, thresholdWords, type SignRow } from './sign-row';

/** A sign with exactly the tickets behind it, and what a person says of it. */
export function SignDrawer({ sign, close }: { sign: SignRow; close(): void }) {
  const { id, roles } = useUser();
  const [decision, decide] = useState<Decision | null>(null);
  const pages = usePages('GET /api/gaming-signs/:id/tickets', { params: { id: sign.id } });
  const isAnothers = sign.caller?.id !== id;
  const mayDecide = sign.settledAt === null && isAnothers && mayCall('POST /api/gaming-signs/:id/dismiss', roles);
  return (
    <Drawer open onClose={close} size={560} title={`${gamingSigns[sign.sign].label}　${subjectWords(sign)}`}>
      <Facts rows={factsOf(sign)} />
      {mayDecide && (
        <Space className="page-filters">
          <Button onClick={() => decide('dismiss')}>排除</Button>
          <Button onClick={() => decide('confirm')}>属实</Button>
          <span className="quiet">需要督办的，打开工单后“督办”拟单。</span>
        </Space>
      )}
      <TicketCards pages={pages} />
      {decision && <DecideSign sign={sign} decision={decision} close={() => decide(null)} done={close} />}
    </Drawer>
  );
}

const factsOf = (sign: SignRow) =>
  [
    ['含义', gamingSigns[sign.sign].meaning],
    ['情况', sign.why],
    ['阈值', `${thresholdWords(sign)}，第${sign.ruleVersion}版`],
    ['发现时间', fullInstant(sign.foundAt)],
    ['上次核实', sign.ticketsBefore === null ? null : `当时${sign.ticketsBefore}件`],
    ['状态', gamingStates[sign.state].label],
    ['核实', sign.settledAt && `${sign.settledBy ?? ''}，${fullInstant(sign.settledAt)}：${sign.reason ?? ''}`],
  ] as const;
