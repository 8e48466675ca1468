/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import type { ActProps } from './act';
import { ask, type Path } from './ask';
import { Fault } from './fault';
import { useAsking } from './use-asking';

interface TextActProps extends ActProps {
  readonly path: Path;
  /** The field that the text goes into. */
  readonly field: 'text' | 'reason';
  readonly label: string;
  readonly hint?: string;
  readonly maxLength: number;
  readonly button: string;
  readonly done: string;
  readonly isOptional?: boolean;
  readonly isGrave?: boolean;
}

/** An act that says something: what was typed stays until it has arrived. */
export function TextAct({ pair, path, field, label, hint, maxLength, button, done, onDone, ...how }: TextActProps) {
  const [text, setText] = useState('');
  const asking = useAsking((view) => onDone(view, done));
  const id = `act-${field}${path.replace('/', '-')}`;
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const said = text.trim() === '' && how.isOptional ? {} : { [field]: text };
    if (await asking.run(said, (key) => ask(path, pair, said, key))) setText('');
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <label for={id}>{label}</label>
      <textarea
        id={id}
        rows={how.isOptional ? 2 : 4}
        maxLength={maxLength}
        aria-describedby={hint ? `${id}-hint` : undefined}
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      {hint && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
      <Fault refusal={asking.refusal} />
      <button type="submit" class={how.isGrave ? 'grave' : 'primary'} disabled={asking.isBusy}>
        {asking.isBusy ? '正在提交…' : button}
      </button>
    </form>
  );
}
