import { Alert, Button, Form } from 'antd';
import { DraftNotice } from '../parts/draft-notice';
import { RefusedNotice } from '../parts/refused-notice';
import { submitOnCtrlEnter } from '../parts/submit-on-ctrl-enter';
import { useArmed } from '../parts/use-armed';
import { useDraft } from '../parts/use-draft';
import type { AvailableMove } from './available-moves';
import type { Values } from './field-row';
import { MoveFields } from './move-fields';
import { useMoveSubmit, type MoveAnswer } from './use-move-submit';

interface ActionFormProps {
  readonly move: AvailableMove;
  readonly onDone: (answer: MoveAnswer) => void;
}

/** The form of any move, drawn from its row. Ctrl+Enter sends it. */
export function ActionForm({ move, onDone }: ActionFormProps) {
  const { fields, note, initial, isDangerous } = move.form;
  const [form] = Form.useForm<Values>();
  const values = (Form.useWatch([], form) as Values | undefined) ?? {};
  const draft = useDraft(form, `${move.key} ${move.target.ticket.id}`, initial?.(move.target));
  const isArmed = useArmed();
  const done = (answer: MoveAnswer, isShown: boolean): void => {
    draft.drop();
    if (isShown) onDone(answer);
  };
  const { submit, isBusy, error } = useMoveSubmit(move, form, done);
  if (move.refused) return <Alert type="warning" showIcon title={move.refused} />;
  return (
    <Form
      form={form}
      // Several forms stand side by side: the name keeps their fields' ids apart.
      name={move.name}
      layout="vertical"
      initialValues={draft.initialValues}
      onValuesChange={draft.onValuesChange}
      onFinish={(sent) => (isArmed ? submit(sent) : undefined)}
      onKeyDown={submitOnCtrlEnter(form)}
      scrollToFirstError
      requiredMark={fields.some(({ required }) => !required)}
    >
      {note && <p className="quiet form-note">{typeof note === 'string' ? note : note(move.target)}</p>}
      <DraftNotice draft={draft} />
      <MoveFields rows={fields} target={move.target} values={values} />
      <RefusedNotice error={error} fields={fields.map(({ name }) => name)} />
      <Button
        type="primary"
        htmlType="submit"
        danger={isDangerous}
        loading={isBusy}
        disabled={!isArmed}
        title="Ctrl+Enter"
      >
        {move.label}
      </Button>
    </Form>
  );
}
