/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import type { ActProps } from './act';
import { ask } from './ask';
import { completionOf, type Filled } from './completion-of';
import { Fault } from './fault';
import { useAsking } from './use-asking';

/** 补全信息: a field for everything that is missing, and for nothing else. */
export function Complete({ pair, view, onDone }: ActProps) {
  const [filled, setFilled] = useState<Filled>({});
  const asking = useAsking((next) => onDone(next, '信息已提交，诉求已受理'));
  const needs = new Set(view.missing.map(({ element }) => element));
  const fill = (field: keyof Filled) => (value: string) => setFilled({ ...filled, [field]: value });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const said = completionOf(filled);
    void asking.run(said, (key) => ask('/complete', pair, said, key));
  };
  const text = (field: 'name' | 'phone' | 'address', label: string) => (
    <Line id={field} label={label} value={filled[field]} onFill={fill(field)} />
  );
  return (
    <form noValidate onSubmit={submit}>
      <ul>
        {view.missing.map(({ element, words }) => (
          <li key={element}>{words}</li>
        ))}
      </ul>
      {needs.has('where') && text('address', '发生在哪里')}
      {needs.has('when') && <Line id="at" isTime label="什么时候发生的" value={filled.at} onFill={fill('at')} />}
      {(needs.has('cause') || needs.has('course')) && (
        <>
          <label for="content">起因、经过和您的要求</label>
          <textarea
            id="content"
            rows={5}
            maxLength={5_000}
            value={filled.content ?? ''}
            onInput={({ currentTarget }) => fill('content')(currentTarget.value)}
          />
        </>
      )}
      {needs.has('who') && (
        <fieldset>
          <legend>您的称呼和电话</legend>
          <label class="choice">
            <input
              type="checkbox"
              checked={filled.anonymous === 'yes'}
              onChange={({ currentTarget }) => fill('anonymous')(currentTarget.checked ? 'yes' : '')}
            />
            我要匿名（热线将无法回访您）
          </label>
          {filled.anonymous !== 'yes' && text('name', '怎么称呼')}
          {filled.anonymous !== 'yes' && text('phone', '联系电话')}
        </fieldset>
      )}
      <Fault refusal={asking.refusal} />
      <button type="submit" class="primary" disabled={asking.isBusy}>
        {asking.isBusy ? '正在提交…' : '提交'}
      </button>
    </form>
  );
}

interface LineProps {
  readonly id: string;
  readonly label: string;
  readonly isTime?: boolean;
  readonly value: string | undefined;
  readonly onFill: (value: string) => void;
}

function Line({ id, label, isTime, value = '', onFill }: LineProps) {
  const field = {
    id,
    maxLength: 300,
    value,
    onInput: ({ currentTarget }: { currentTarget: HTMLInputElement }) => onFill(currentTarget.value),
  };
  return (
    <>
      <label for={id}>{label}</label>
      {isTime ? (
        <input type="datetime-local" {...field} />
      ) : (
        <input inputMode={id === 'phone' ? 'tel' : undefined} {...field} />
      )}
    </>
  );
}
