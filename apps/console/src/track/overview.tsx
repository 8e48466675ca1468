/** @jsxImportSource preact */
import type { TrackedView } from '#http-api/tracking-shapes';
import { SaidAt } from './said-at';

const progressWords = { done: '已完成', current: '目前在这一步', ahead: '尚未开始' } as const;

/** Where the ticket stands, by when it was promised, and how far it is on its way. */
export const Overview = ({ view }: { view: TrackedView }) => (
  <section class="card" aria-labelledby="standing">
    <p class="number">工单编号 {view.number}</p>
    <h2 id="standing" class="standing">
      {view.standing.label}
    </h2>
    <p>{view.standing.words}</p>
    {view.promise && <p class="promise">{view.promise.words}</p>}
    {view.confidential && <p class="hint">您的身份信息已保密，承办单位看不到。</p>}
    <ol class="stages" aria-label="办理进度">
      {view.stages.map(({ name, label, progress, at }) => (
        <li key={name} class={progress} aria-current={progress === 'current' ? 'step' : undefined}>
          <span class="stage">{label}</span>
          <span class="unseen">（{progressWords[progress]}）</span>
          {at && <SaidAt at={at} />}
        </li>
      ))}
    </ol>
  </section>
);
