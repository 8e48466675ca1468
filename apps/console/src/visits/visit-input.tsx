import { Select } from 'antd';
import { visitModes } from '#ticket/visit-mode';
import { useAnswer } from '../api/use-answer';
import { instant } from '../words/instant';

interface VisitInputProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string | undefined) => void;
}

/** Which visit a ticket came out of: one of the latest. */
export function VisitInput({ id, value, onChange }: VisitInputProps) {
  const { data } = useAnswer('GET /api/visits', { query: { limit: 50 } });
  const options = (data?.items ?? []).map((visit) => ({
    value: visit.id,
    label: `${instant(visit.at)} ${visit.team} ${visitModes[visit.mode].label} ${visit.household ?? ''}`.trimEnd(),
  }));
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      options={options}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder="选择最近的走访"
      popupMatchSelectWidth={false}
    />
  );
}
