import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { shanghaiIso } from '#calendar/shanghai-time';
import { takeTyped } from './take-typed';

interface InstantInputProps {
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (value: string | undefined) => void;
}

/** A date and time as Shanghai's clock shows it, whatever the machine's zone; the value is ISO 8601 with offset. */
export function InstantInput({ id, value, onChange }: InstantInputProps) {
  const shown = value ? dayjs(shanghaiIso(new Date(value)).slice(0, 16)) : null;
  return (
    <DatePicker
      id={id}
      showTime={{ format: 'HH:mm' }}
      needConfirm={false}
      showNow={false}
      format="YYYY-MM-DD HH:mm"
      value={shown}
      onKeyDown={takeTyped}
      onChange={(picked: dayjs.Dayjs | null) =>
        onChange?.(picked ? `${picked.format('YYYY-MM-DDTHH:mm')}:00+08:00` : undefined)
      }
      className="wide"
    />
  );
}
