import { Form, Select } from 'antd';
import { sendBackReasons, type SendBackReason } from '#ticket/reason';
import { useAnswer } from '../api/use-answer';
import { Dialog } from '../parts/dialog';
import { WriteForm } from '../parts/write-form';
import { AssignmentCards } from '../ticket/assignment-cards';
import { MatterCard } from '../ticket/matter-card';
import { optionsOf } from '../words/options';
import type { Sample } from './review-samples-page';

interface SampleDialogProps {
  readonly sample: Sample;
  close(): void;
}

/** What was asked and answered, and whether it was rightly approved. */
export function SampleDialog({ sample, close }: SampleDialogProps) {
  const { data: ticket } = useAnswer('GET /api/tickets/:id', { params: { id: sample.ticketId } });
  return (
    <Dialog title={`抽查　${sample.number}`} close={close}>
      {ticket && <MatterCard ticket={ticket} />}
      {ticket && <AssignmentCards ticket={ticket} />}
      <WriteForm
        route="POST /api/review-samples/:id/verdict"
        label="记录结论"
        initial={{ reasonCode: sample.reasonCode ?? undefined }}
        requestOf={({ reasonCode }) => ({
          params: { id: sample.id },
          body: { reasonCode: (reasonCode as SendBackReason | undefined) ?? null },
        })}
        onDone={close}
      >
        <Form.Item name="reasonCode" label="应退回的原因（不选即无误）">
          <Select allowClear options={optionsOf(sendBackReasons)} placeholder="无误" />
        </Form.Item>
      </WriteForm>
    </Dialog>
  );
}
