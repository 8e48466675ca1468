import { Select } from 'antd';
import { useAnswer } from '../api/use-answer';
import type { MoveTarget } from './move-target';

interface OfficerInputProps {
  readonly id?: string;
  readonly target: MoveTarget;
  readonly value?: string;
  readonly onChange?: (value: unknown) => void;
}

/** One of the people of the departments that are at the ticket. */
export function OfficerInput({ target, ...field }: OfficerInputProps) {
  const officers = useAnswer('GET /api/tickets/:id/officers', { params: { id: target.ticket.id } });
  const options = officers.data?.items.map(({ id, name, department }) => ({
    value: id,
    label: `${department.name} ${name}`,
  }));
  return (
    <Select
      {...field}
      options={options}
      loading={officers.isPending}
      showSearch={{ optionFilterProp: 'label' }}
      notFoundContent="承办单位没有联络员或经办人"
    />
  );
}
