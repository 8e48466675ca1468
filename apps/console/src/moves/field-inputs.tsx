import { Checkbox, Input, InputNumber, Radio, Select } from 'antd';
import type { ComponentType } from 'react';
import { AttachmentsInput } from '../attachments/attachments-input';
import { AreaInput } from '../directory/area-input';
import { CategoryInput } from '../directory/category-input';
import { DepartmentInput } from '../directory/department-input';
import { DayInput } from '../parts/day-input';
import { InstantInput } from '../parts/instant-input';
import { NamesInput } from '../parts/names-input';
import { optionsOf } from '../words/options';
import { AnsweredIssueInput } from './answered-issue-input';
import { ExtendedUntilInput } from './extended-until-input';
import type { FieldRow, InputKind } from './field-row';
import { helping } from './helping';
import { LeadInput } from './lead-input';
import { OfficerInput } from './officer-input';
import type { MoveTarget } from './move-target';
import { TicketInput } from './ticket-input';

/** What antd's Form.Item hands to the input it wraps, and the row it stands for. */
export interface FieldProps {
  readonly row: FieldRow;
  readonly target: MoveTarget;
  readonly id?: string;
  /** What it is, the row's kind decides. */
  readonly value?: never;
  readonly onChange?: (value: unknown) => void;
}

const answersOf = ({ answers: [yes, no] = ['是', '否'] }: FieldRow) => [
  { value: true, label: yes },
  { value: false, label: no },
];

/** One input per kind of field; the compiler asks for the next. */
export const fieldInputs: Record<InputKind, ComponentType<FieldProps>> = {
  text: ({ row, target: _target, ...field }) => <Input {...field} placeholder={row.hint} autoComplete="off" />,
  'long-text': ({ row, target: _target, ...field }) => (
    <Input.TextArea {...field} placeholder={row.hint} autoSize={{ minRows: row.lines ?? 3, maxRows: 14 }} />
  ),
  choice: ({ row, target: _target, ...field }) => (
    <Radio.Group
      {...field}
      aria-label={row.label}
      options={optionsOf(row.options ?? {})}
      optionType="button"
      buttonStyle="solid"
    />
  ),
  select: ({ row, target: _target, ...field }) => <Select {...field} options={optionsOf(row.options ?? {})} />,
  checks: ({ row, target: _target, ...field }) => <Checkbox.Group {...field} options={optionsOf(row.options ?? {})} />,
  'yes-no': ({ row, target: _target, ...field }) => (
    <Radio.Group {...field} aria-label={row.label} options={answersOf(row)} optionType="button" buttonStyle="solid" />
  ),
  tick: ({ row, target: _target, id, value, onChange }) => (
    <Checkbox id={id} checked={Boolean(value)} onChange={(event) => onChange?.(event.target.checked || undefined)}>
      {row.hint ?? '是'}
    </Checkbox>
  ),
  number: ({ row: _row, target: _target, ...field }) => <InputNumber {...field} min={0} className="wide" />,
  instant: ({ row: _row, target: _target, ...field }) => <InstantInput {...field} />,
  date: ({ row: _row, target: _target, ...field }) => <DayInput {...field} />,
  lead: ({ row: _row, ...field }) => <LeadInput {...field} />,
  department: ({ row: _row, target: _target, ...field }) => <DepartmentInput {...field} />,
  departments: ({ row: _row, target: _target, ...field }) => <DepartmentInput {...field} several />,
  'co-handler': ({ row: _row, target, ...field }) => (
    <Select
      {...field}
      options={helping(target.ticket).map(({ department }) => ({ value: department.id, label: department.name }))}
    />
  ),
  'unit-below': ({ row: _row, target, ...field }) => <DepartmentInput {...field} below={target.part?.departmentId} />,
  names: ({ row, target: _target, ...field }) => <NamesInput {...field} placeholder={row.hint} />,
  area: ({ row: _row, target: _target, ...field }) => <AreaInput {...field} />,
  category: ({ row: _row, target: _target, ...field }) => <CategoryInput {...field} />,
  ticket: ({ row: _row, ...field }) => <TicketInput {...field} />,
  officer: ({ row: _row, ...field }) => <OfficerInput {...field} />,
  attachments: ({ row: _row, ...field }) => <AttachmentsInput {...field} />,
  'answered-issue': ({ target: _target, ...field }) => <AnsweredIssueInput {...field} />,
  'extended-until': ({ row: _row, ...field }) => <ExtendedUntilInput {...field} />,
  consented: ({ row: _row, target, ...field }) => (
    <Select {...field} options={target.ticket.identityConsents.map(({ id, name }) => ({ value: id, label: name }))} />
  ),
};
