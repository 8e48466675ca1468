/** @jsxImportSource preact */
import type { TrackedView } from '#http-api/tracking-shapes';
import { SaidAt } from './said-at';

/** What the citizen was answered, the newest first. */
export const Answers = ({ answers }: Pick<TrackedView, 'answers'>) =>
  answers.length === 0 ? null : (
    <section class="card" aria-labelledby="answers">
      <h2 id="answers">答复</h2>
      {answers.map(({ at, from, text }) => (
        <article key={at} class="answer">
          <p class="said">{text}</p>
          <p class="hint">
            {from}　<SaidAt at={at} />
          </p>
        </article>
      ))}
    </section>
  );
