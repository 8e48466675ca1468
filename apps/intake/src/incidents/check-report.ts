import type { KnownCitizen } from '#ticket/known-citizen';
import type { ReportContent } from '#http-api/incident-shapes';
import { refuseUnprintable } from '#platform/documents/refuse-unprintable';
import { refuseIdentity, type SaidText } from '#platform/documents/refuse-identity';

/** The texts of a report, as a clerk calls them. */
const labels = {
  title: '标题',
  place: '地点',
  matter: '事件情况',
  casualties: '伤亡情况',
  measures: '处置措施',
  next: '下步工作',
} as const satisfies Partial<Record<keyof ReportContent, string>>;

/** @throws Refusal for a text that tells who somebody is, or that nobody could read on paper */
export function checkReport(content: ReportContent, citizens: readonly KnownCitizen[], before: string): void {
  const said = (Object.keys(labels) as (keyof typeof labels)[]).map((path): SaidText => ({
    path,
    label: labels[path],
    text: content[path],
  }));
  const named = (['addressees', 'copiesTo'] as const).flatMap((field) =>
    content[field].map((text, index): SaidText => ({ path: `${field}.${index}`, label: '收文单位', text })),
  );
  refuseIdentity(said, { citizens, before });
  refuseUnprintable([...said, ...named]);
}
