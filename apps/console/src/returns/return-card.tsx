import { Card } from 'antd';
import { returnReasons } from '#ticket/reason';
import type { ListItem } from '#http-api/list-route';
import { instant } from '../words/instant';

/** Why a department does not want the ticket, in full, beside the forms that decide it. */
export const ReturnCard = ({ row }: { row: ListItem<'GET /api/returns'> }) => (
  <Card size="small" title={`${row.department.name}申请退单`}>
    <strong>{returnReasons[row.reasonCode].label}</strong>
    <span className="quiet">　{instant(row.askedAt)}</span>
    {row.basis && <p className="matter-text">{row.basis}</p>}
  </Card>
);
