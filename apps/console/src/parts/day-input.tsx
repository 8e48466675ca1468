import { DatePicker } from 'antd';
import dayjs from 'dayjs';

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
    // Enter takes what was typed; it does not send the form yet.
    onKeyDown={(event) => {
      if (event.key === 'Enter' && !event.ctrlKey) event.preventDefault();
    }}
    className="wide"
  />
);
