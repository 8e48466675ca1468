/** @jsxImportSource preact */
import { useRef, useState } from 'preact/hooks';
import type { TrackedView, TrackingPair } from '#http-api/tracking-shapes';
import { ask } from './ask';
import { Fault } from './fault';
import { numberFault, numberOf } from './pair';
import { useAsking } from './use-asking';

interface PairFormProps {
  readonly onFound: (pair: TrackingPair, view: TrackedView) => void;
}

/** The way in: number and code. A number that was copied wrongly is told before anybody is asked. */
export function PairForm({ onFound }: PairFormProps) {
  const [typed, setTyped] = useState({ number: '', code: '' });
  const [fault, setFault] = useState<string | null>(null);
  const pair: TrackingPair = { number: numberOf(typed.number), code: typed.code };
  const asking = useAsking((view) => onFound(pair, view));
  const number = useRef<HTMLInputElement>(null);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const wrong = numberFault(typed.number) ?? (typed.code.trim() === '' ? '请填写查询码' : null);
    setFault(wrong);
    if (wrong) number.current?.focus();
    else void asking.run(pair, () => ask('', pair));
  };
  return (
    <form class="card" noValidate onSubmit={submit}>
      <p>请输入登记时告诉您的工单编号和查询码。</p>
      <label for="number">工单编号</label>
      <input
        id="number"
        ref={number}
        inputMode="numeric"
        autoComplete="off"
        maxLength={40}
        aria-invalid={fault !== null}
        aria-describedby="number-hint"
        value={typed.number}
        onInput={({ currentTarget }) => setTyped({ ...typed, number: currentTarget.value })}
      />
      <p id="number-hint" class="hint">
        17位数字，以日期开头
      </p>
      <label for="code">查询码</label>
      <input
        id="code"
        autoComplete="off"
        autoCapitalize="characters"
        spellcheck={false}
        maxLength={40}
        aria-describedby="code-hint"
        value={typed.code}
        onInput={({ currentTarget }) => setTyped({ ...typed, code: currentTarget.value })}
      />
      <p id="code-hint" class="hint">
        字母和数字，大小写都可以，有没有空格都可以
      </p>
      <Fault refusal={fault === null ? asking.refusal : { detail: fault }} />
      <button type="submit" class="primary" disabled={asking.isBusy}>
        {asking.isBusy ? '正在查询…' : '查询进度'}
      </button>
      <p class="hint">忘记查询码，请用登记时的电话拨打 12345 询问。</p>
    </form>
  );
}
