import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { takeTyped } from './take-typed';

interface DayInputProps {
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (value: string | undefined) => void;
  readonly placeholder?: string;
}

/** A day; the value is YYYY-MM-DD. */
export const DayInput = ({ id, value, onChange, placeholder }: DayInputProps) => (
  <DatePicker
    id={id}
    value={value ? dayjs(value) : null}
    onChange={(picked: dayjs.Dayjs | null) => onChange?.(picked?.format('YYYY-MM-DD'))}
    placeholder={placeholder}
    onKeyDown={takeTyped}
    className="wide"
  />
);
