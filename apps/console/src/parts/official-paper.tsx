import './official-paper.css';

const numerals = ['一', '二', '三', '四', '五'];

interface OfficialPaperProps {
  readonly redHead: string;
  /** Null while it is a draft. */
  readonly number: string | null;
  readonly signedBy?: string;
  readonly title: string;
  readonly addressees: readonly string[];
  readonly copiesTo: readonly string[];
  /** Those that say nothing are left out. */
  readonly sections: readonly (readonly [heading: string, text: string | null])[];
}

/** What a document looks like on paper; the file says exactly what leaves the house. */
export function OfficialPaper({
  redHead,
  number,
  signedBy,
  title,
  addressees,
  copiesTo,
  sections,
}: OfficialPaperProps) {
  return (
    <article className="official-paper" aria-label="预览">
      <div className="official-red-head">{redHead}</div>
      <div className="official-number">
        <span>{number ?? '（草稿，未签发）'}</span>
        {signedBy && <span>签发人：{signedBy}</span>}
      </div>
      <h2>{title}</h2>
      {addressees.length > 0 && <p className="official-addressees">{addressees.join('、')}：</p>}
      {sections
        .filter(([, text]) => text?.trim())
        .map(([heading, text], index) => (
          <section key={heading}>
            <strong>
              {numerals[index]}、{heading}
            </strong>
            <p>{text}</p>
          </section>
        ))}
      {copiesTo.length > 0 && <footer>抄送：{copiesTo.join('、')}</footer>}
    </article>
  );
}
