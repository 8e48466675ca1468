import { Form } from 'antd';
import { ReplyFindings } from '../reply-check/reply-findings';
import { TemplatePicker } from '../reply-templates/template-picker';
import { fieldInputs } from './field-inputs';
import type { FieldRow, Values } from './field-row';
import { namesSomebody } from './names-somebody';
import type { MoveTarget } from './move-target';

interface MoveFieldsProps {
  readonly rows: readonly FieldRow[];
  readonly target: MoveTarget;
  readonly values: Values;
}

/** The fields of a form that apply to what is filled in so far. */
export const MoveFields = ({ rows, target, values }: MoveFieldsProps) =>
  rows
    .filter((row) => row.when?.(values, target) !== false)
    .map((row) => {
      const FieldInput = fieldInputs[row.input];
      return (
        <Form.Item
          key={row.name}
          name={row.name.split('.')}
          label={row.label}
          rules={[
            { required: row.required, message: row.input.includes('text') ? '请填写' : '请选择' },
            ...(row.isPublic ? [namesSomebody] : []),
          ]}
          {...(row.isPublic && { validateTrigger: ['onChange', 'onBlur'] })}
          {...(row.isReply && target.part && { extra: helpFor(target.part.id, row.name, values[row.name]) })}
        >
          <FieldInput row={row} target={target} />
        </Form.Item>
      );
    });

/** That it names somebody is said at the field itself, as it is typed. */
const helpFor = (partId: string, field: string, typed: unknown) => (
  <>
    <TemplatePicker partId={partId} field={field} />
    <ReplyFindings partId={partId} publicText={typeof typed === 'string' ? typed : ''} omits="personal-data" />
  </>
);
