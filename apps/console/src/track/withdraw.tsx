/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ActProps } from './act';
import { TextAct } from './text-act';

/** 撤回诉求: not by one press, for it ends the ticket. */
export function Withdraw(props: ActProps) {
  const [isAsked, setAsked] = useState(false);
  if (!props.view.acts.includes('withdraw')) return null;
  if (!isAsked)
    return (
      <button type="button" onClick={() => setAsked(true)}>
        撤回这件诉求
      </button>
    );
  return (
    <>
      <Warning />
      <TextAct
        {...props}
        path="/withdraw"
        field="reason"
        label="撤回的原因"
        maxLength={500}
        button="确定撤回"
        done="诉求已撤回"
        isGrave
      />
      <button type="button" onClick={() => setAsked(false)}>
        不撤回
      </button>
    </>
  );
}

/** Whoever cannot see that the button became a form hears what it is about to do. */
function Warning() {
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(() => words.current?.focus(), []);
  return (
    <p ref={words} tabIndex={-1}>
      撤回以后不再办理，也不能恢复。需要时可以拨打 12345 重新反映。
    </p>
  );
}
