import { reportKinds } from '#ticket/incident-report';
import { fullInstant } from '../words/instant';
import type { Report } from './report-page';

const numerals = ['一', '二', '三', '四', '五'];

/** What it looks like on paper; the file says exactly what leaves the house. */
export function ReportPaper({ report }: { report: Report }) {
  const { content: said, kind, number, signedBy } = report;
  const sections = [
    ['时间地点', said.place && `${fullInstant(said.occurredAt).slice(0, 16)}，${said.place}。`],
    ['事件情况', said.matter],
    ['伤亡情况', said.casualties],
    ['处置措施', said.measures],
    ['下步工作', said.next],
  ].filter(([, text]) => text?.trim());
  return (
    <article className="report-paper" aria-label="预览">
      <div className="report-red-head">要情快报</div>
      <div className="report-number">
        <span>{number ?? '（草稿，未签发）'}</span>
        {signedBy && <span>签发人：{signedBy.name}</span>}
      </div>
      <h2>
        {said.title}（{reportKinds[kind].label}）
      </h2>
      {said.addressees.length > 0 && <p className="report-addressees">{said.addressees.join('、')}：</p>}
      {sections.map(([heading, text], index) => (
        <section key={heading}>
          <strong>
            {numerals[index]}、{heading}
          </strong>
          <p>{text}</p>
        </section>
      ))}
      {said.copiesTo.length > 0 && <footer>抄送：{said.copiesTo.join('、')}</footer>}
    </article>
  );
}
