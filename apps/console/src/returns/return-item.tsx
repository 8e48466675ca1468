import { Tag } from 'antd';
import { returnReasons } from '#ticket/reason';
import type { ListItem } from '#http-api/list-route';
import { RequestItem } from '../requests/request-item';

/** One return: who does not want it, and why. */
export const ReturnItem = ({ row }: { row: ListItem<'GET /api/returns'> }) => (
  <RequestItem
    row={row}
    what={returnReasons[row.reasonCode].label}
    tags={
      row.needsArbitration && (
        <Tag color="red" className="tag">
          须裁定
        </Tag>
      )
    }
  />
);
