import type { MessageKind } from '#ticket/message-kind';
import { messageText, samplePlaceholders, segmentsOf, templateFault } from '#ticket/message-text';

/** A template as a citizen would read it, with every placeholder filled, and as how many short messages it is sent. */
export function TemplatePreview({ kind, text }: { kind: MessageKind; text: string }) {
  const sample = templateFault(kind, text) === null ? messageText(text, samplePlaceholders) : null;
  return (
    <section className="template-preview" aria-label="预览">
      <div className="message-bubble">{sample ?? <span className="quiet">内容有误，不能预览</span>}</div>
      <div className="quiet">
        {sample === null
          ? ' '
          : `${sample.length}字，按${segmentsOf(sample)}条短信计（70字以内为一条，超过的每67字一条）`}
      </div>
    </section>
  );
}
