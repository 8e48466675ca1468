/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import type { TrackedView, TrackingPair } from '#http-api/tracking-shapes';
import { asCopied } from '#ticket/ticket-number';
import { ask } from './ask';
import { Fault } from './fault';
import { pairFault, type PairFault } from './pair';
import { PairLine } from './pair-line';
import { useAsking } from './use-asking';

interface PairFormProps {
  readonly onFound: (pair: TrackingPair, view: TrackedView) => void;
}

/** The way in: number and code. A number that was copied wrongly is told before anybody is asked. */
export function PairForm({ onFound }: PairFormProps) {
  const [typed, setTyped] = useState<TrackingPair>({ number: '', code: '' });
  const [fault, setFault] = useState<PairFault | null>(null);
  const pair = { number: asCopied(typed.number), code: typed.code };
  const asking = useAsking((view) => onFound(pair, view));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const found = pairFault(typed);
    setFault(found);
    if (found) document.getElementById(found.field)?.focus();
    else void asking.run(pair, () => ask('', pair));
  };
  const refusal = fault ? { detail: fault.words } : asking.refusal;
  const isWrong = (field: keyof TrackingPair): boolean =>
    fault ? fault.field === field : (refusal?.errors ?? []).some(({ path }) => path === field);
  const line = (field: keyof TrackingPair) => ({
    ...{ id: field, value: typed[field], isWrong: isWrong(field) },
    onType: (value: string) => setTyped({ ...typed, [field]: value }),
  });
  return (
    <form class="card" noValidate onSubmit={submit}>
      <p>请输入登记时告诉您的工单编号和查询码。</p>
      <PairLine {...line('number')} label="工单编号" hint="17位数字，以日期开头" inputMode="numeric" />
      <PairLine {...line('code')} label="查询码" hint="字母和数字，大小写都可以，有没有空格都可以" />
      <Fault refusal={refusal} />
      <button type="submit" class="primary" disabled={asking.isBusy}>
        {asking.isBusy ? '正在查询…' : '查询进度'}
      </button>
      <p class="hint">忘记查询码，请用登记时的电话拨打 12345 询问。</p>
    </form>
  );
}
