/** @jsxImportSource preact */
import type { SurveyView } from '#http-api/survey-shapes';

/** What the questions are about, as far as a link may show it. */
export const AskedAbout = ({ view: { number, title, answer } }: { view: SurveyView }) => (
  <section class="card" aria-label="您的诉求">
    <p class="number">工单编号 {number}</p>
    {title !== null && <h2>{title}</h2>}
    {answer === null ? (
      <p class="hint">答复内容可凭工单编号和查询码在“诉求进度查询”查看，也可拨打 12345 询问。</p>
    ) : (
      <>
        <p class="hint">答复</p>
        <p class="said">{answer}</p>
      </>
    )}
  </section>
);
