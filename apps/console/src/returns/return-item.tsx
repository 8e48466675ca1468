import { Tag } from 'antd';
import { returnReasons } from '#ticket/reason';
import type { ListItem } from '#http-api/list-route';
import { instant } from '../words/instant';

/** One return: who does not want it, and why. */
export const ReturnItem = ({ row }: { row: ListItem<'GET /api/returns'> }) => (
  <div className="item">
    <div className="item-top">
      <span className="item-title">{row.title}</span>
    </div>
    <div className="item-line">
      <span className="number">{row.number}</span>
      <strong>{row.department.name}</strong>
      {row.needsArbitration && (
        <Tag color="red" className="tag">
          须裁定
        </Tag>
      )}
    </div>
    <div className="item-line">
      <span>{returnReasons[row.reasonCode].label}</span>
      <span className="item-end quiet">{instant(row.decidedAt ?? row.askedAt)}</span>
    </div>
  </div>
);
