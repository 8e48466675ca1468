import { numberedSections } from '#documents/numbered-sections';
import type { OfficialDocument } from '#documents/official-document';
import { reportKinds } from '#ticket/incident-report';
import { shanghaiText } from '#http-api/list-columns';
import { shanghaiDate } from '#store/shanghai-date';
import type { Report } from './report-rows';

/** 要情快报 on paper: as it was signed, or as the draft that it is. */
export function reportDocument({ kind, printed, content, draftedAt }: Report, office: string): OfficialDocument {
  const said = printed?.content ?? content;
  const sections: [heading: string, text: string][] = [
    ['时间地点', `${shanghaiText(said.occurredAt).slice(0, 16)}，${said.place}。`],
    ['事件情况', said.matter],
    ['伤亡情况', said.casualties],
    ['处置措施', said.measures],
    ['下步工作', said.next],
  ];
  return {
    redHead: '要情快报',
    number: printed?.number ?? null,
    signedBy: printed?.signedBy.name ?? null,
    title: `${said.title}（${reportKinds[kind].label}）`,
    addressees: said.addressees,
    copiesTo: said.copiesTo,
    blocks: numberedSections(sections),
    office: printed?.office ?? office,
    date: printed?.date ?? shanghaiDate(draftedAt),
  };
}
