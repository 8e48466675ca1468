import { Modal } from 'antd';
import { ActionForm } from './action-form';
import type { AvailableMove } from './available-moves';

interface MoveDialogProps {
  readonly move: AvailableMove | null;
  readonly close: () => void;
}

/** Any move in a dialog of its own. */
export const MoveDialog = ({ move, close }: MoveDialogProps) => (
  <Modal
    open={move !== null}
    onCancel={close}
    footer={null}
    destroyOnHidden
    mask={{ closable: false }}
    width={600}
    title={move && `${move.label}　${move.target.ticket.number}`}
  >
    {move && <ActionForm move={move} onDone={close} />}
  </Modal>
);
