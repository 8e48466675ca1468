import { Alert, Button, Form } from 'antd';
import { transitions } from '#ticket/transition';
import { problemWords } from '../api/problem-words';
import { submitOnCtrlEnter } from '../parts/submit-on-ctrl-enter';
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
  const { submit, isBusy, error } = useMoveSubmit(move, form, onDone);
  if (move.refused) return <Alert type="warning" showIcon title={move.refused} />;
  return (
    <Form
      form={form}
      // Several forms stand side by side: the name keeps their fields' ids apart.
      name={move.name}
      layout="vertical"
      initialValues={initial?.(move.target)}
      onFinish={submit}
      onKeyDown={submitOnCtrlEnter(form)}
      scrollToFirstError
      requiredMark={fields.some(({ required }) => !required)}
    >
      {note && <p className="quiet form-note">{note}</p>}
      <MoveFields rows={fields} target={move.target} values={values} />
      {error && <Alert type="error" showIcon title={problemWords(error)} className="form-error" />}
      <Button type="primary" htmlType="submit" danger={isDangerous} loading={isBusy} title="Ctrl+Enter">
        {transitions[move.name].label}
      </Button>
    </Form>
  );
}
