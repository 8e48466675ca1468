import { Card, Drawer } from 'antd';
import { requestMoveNames } from '../moves/asked-request';
import { TicketPane } from '../ticket/ticket-pane';
import { HoldFacts, type Hold } from './hold-facts';

interface HoldWorkProps {
  /** Null while none is chosen. */
  readonly row: Hold | null;
  close(): void;
}

/** One entry of the ledger with its ticket, and what may be decided about it. */
export const HoldWork = ({ row, close }: HoldWorkProps) => (
  <Drawer open={row !== null} onClose={close} size={1_000} destroyOnHidden title={row && `挂账　${row.number}`}>
    {row && (
      <div className="workbench-pane">
        <TicketPane
          id={row.ticketId}
          featured={requestMoveNames.hold}
          onDone={close}
          requests={[{ kind: 'hold', id: row.id, state: row.state }]}
          first={() => (
            <Card size="small" title={`${row.department.name}申请挂账`}>
              <HoldFacts row={row} />
            </Card>
          )}
        />
      </div>
    )}
  </Drawer>
);
