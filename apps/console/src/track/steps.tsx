/** @jsxImportSource preact */
import type { TrackedView } from '#http-api/tracking-shapes';
import { SaidAt } from './said-at';

/** Everything that happened, the newest first. */
export const Steps = ({ steps }: Pick<TrackedView, 'steps'>) => (
  <section class="card" aria-labelledby="steps">
    <h2 id="steps">办理过程</h2>
    <ol class="steps" reversed>
      {[...steps].reverse().map(({ at, label, words }, index) => (
        <li key={steps.length - index}>
          <strong>{label}</strong> <SaidAt at={at} />
          {words && <p>{words}</p>}
        </li>
      ))}
    </ol>
  </section>
);
