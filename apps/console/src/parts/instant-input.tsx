import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { shanghaiIso } from '#calendar/shanghai-time';
import { takeTyped } from './take-typed';

interface InstantInputProps {
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (value: string | undefined) => void;
  /** The days that may be chosen, both with the instant's own: ISO 8601. */
  readonly from?: string;
  readonly to?: string;
  /** What holds while none is chosen. */
  readonly placeholder?: string;
}

/** As Shanghai's clock shows it. */
const shownOf = (value: string | null | undefined): dayjs.Dayjs | undefined =>
  value ? dayjs(shanghaiIso(new Date(value)).slice(0, 16)) : undefined;

/** A date and time as Shanghai's clock shows it, whatever the machine's zone; the value is ISO 8601 with offset. */
export function InstantInput({ id, value, onChange, from, to, placeholder }: InstantInputProps) {
  return (
    <DatePicker
      id={id}
      showTime={{ format: 'HH:mm' }}
      needConfirm={false}
      showNow={false}
      format="YYYY-MM-DD HH:mm"
      value={shownOf(value) ?? null}
      placeholder={placeholder}
      aria-label={placeholder}
      minDate={shownOf(from)}
      maxDate={shownOf(to)}
      onKeyDown={takeTyped}
      onChange={(picked: dayjs.Dayjs | null) =>
        onChange?.(picked ? `${picked.format('YYYY-MM-DDTHH:mm')}:00+08:00` : undefined)
      }
      className="wide"
    />
  );
}
