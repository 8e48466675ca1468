import { Tag } from 'antd';
import { partKinds } from '#ticket/part-kind';
import { extensionApprovers } from '#ticket/request-state';
import { RequestItem } from '../requests/request-item';
import { instant } from '../words/instant';
import type { Extension } from './extension-facts';

/** One request for more time: until when, and whether it is the first. */
export const ExtensionItem = ({ row }: { row: Extension }) => (
  <RequestItem
    row={row}
    what={`延至 ${instant(row.until)}`}
    tags={
      <>
        {row.role === 'co-handler' && <Tag className="tag">{partKinds[row.role].label}</Tag>}
        {row.approver === 'leader' && (
          <Tag color="gold" className="tag">
            {extensionApprovers.leader.label}审批
          </Tag>
        )}
        {row.givenBefore > 0 && <Tag className="tag">已延期{row.givenBefore}次</Tag>}
      </>
    }
  />
);
