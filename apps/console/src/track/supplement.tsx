/** @jsxImportSource preact */
import type { ActProps } from './act';
import { SaidAt } from './said-at';
import { TextAct } from './text-act';

/** 补充情况: facts that the citizen adds, and those added before. */
export const Supplement = (props: ActProps) => (
  <>
    {props.view.supplements.map(({ at, text }) => (
      <blockquote key={at} class="said">
        {text}
        <footer class="hint">
          您补充于 <SaidAt at={at} />
        </footer>
      </blockquote>
    ))}
    {props.view.acts.includes('supplement') && (
      <TextAct
        {...props}
        path="/supplement"
        field="text"
        label="补充情况"
        hint="新的情况、更准确的地点、您的要求，都可以写。承办单位会看到。"
        maxLength={2_000}
        button="提交补充"
        done="已收到您补充的情况"
      />
    )}
  </>
);
