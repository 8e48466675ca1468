/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import type { ActProps } from './act';
import { Complete } from './complete';
import { Nudge } from './nudge';
import { Pictures } from './pictures';
import { Supplement } from './supplement';
import { Withdraw } from './withdraw';

/** What the citizen may do now, and has done before. */
export function Acts(props: ActProps) {
  const { acts, supplements, pictures } = props.view;
  const hasAdded = supplements.length + pictures.length > 0;
  return (
    <>
      {acts.includes('complete') && (
        <Act title="请补充这些信息">
          <Complete {...props} />
        </Act>
      )}
      {(acts.includes('supplement') || hasAdded) && (
        <Act title="补充">
          <Supplement {...props} />
          <Pictures {...props} />
        </Act>
      )}
      {acts.includes('nudge') && (
        <Act title="催办">
          <Nudge {...props} />
        </Act>
      )}
      {acts.includes('withdraw') && (
        <Act title="撤回">
          <Withdraw {...props} />
        </Act>
      )}
    </>
  );
}

const Act = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section class="card" aria-label={title}>
    <h2>{title}</h2>
    {children}
  </section>
);
