import { assignmentStates } from '#ticket/assignment-state';
import { partWords } from '#ticket/part-kind';
import { ticketTypes } from '#ticket/ticket-type';
import type { Urgency } from '#ticket/urgency';
import { useAreaName } from '../directory/use-area-name';
import { useUser } from '../identity/session';
import { AlertFlag } from '../parts/alert-flag';
import { Due } from '../parts/due';
import { NudgeMark } from '../parts/nudge-mark';
import { RiskMark } from '../parts/risk-mark';
import { UrgencyTag } from '../parts/urgency-tag';
import { labelOf } from '../words/options';
import type { DeskRow } from './many-parts';

/** One part on the desk: whether it is pressing, what it is, how far it is. */
export function DeskItem({ row }: { row: DeskRow }) {
  const area = useAreaName(row.ticket.area);
  const { departmentId } = useUser();
  return (
    <div className="item">
      <div className="item-top">
        <UrgencyTag urgency={row.ticket.urgency as Urgency} />
        <span className="item-title">{row.ticket.title}</span>
      </div>
      <div className="item-line">
        <span className="number">{row.ticket.number}</span>
        <span>{partWords(row)}</span>
        <span>{assignmentStates[row.state].label}</span>
        {row.round > 1 && <span className="due-red">第{row.round}轮</span>}
        <AlertFlag alert={row.alert} />
        <NudgeMark nudges={row.ticket.nudges} />
        <RiskMark risk={row.risk} />
        {row.ticket.ownDueAt && <span className="nudges">单独限时</span>}
        {row.ticket.urges > 0 && <span className="nudges">催办{row.ticket.urges}次</span>}
      </div>
      <div className="item-line quiet">
        <span>{labelOf(ticketTypes, row.ticket.type)}</span>
        {area && <span>{area}</span>}
        {row.parentDepartment && <span>{row.parentDepartment.name}转办</span>}
        <HandedOn of={row.handedOn} />
        {row.departmentId !== departmentId && <span>{row.department.name}</span>}
        <span className="item-end">{row.answeredAt ? null : <Due at={row.dueAt} short />}</span>
      </div>
    </div>
  );
}

/** How far the units are to which a part was handed on; one that is late does not hide behind its department. */
function HandedOn({ of }: { of: DeskRow['handedOn'] }) {
  if (!of) return null;
  const { open, late, answered, returned } = of;
  const words = [
    open > 0 && `${open}家未反馈`,
    answered > 0 && `${answered}家已反馈`,
    returned > 0 && `${returned}家退回`,
  ].filter(Boolean);
  return (
    <span>
      下级{words.join('、') || '已撤回'}
      {late > 0 && <span className="due-red">（{late}家超期）</span>}
    </span>
  );
}
