import { reportKinds } from '#ticket/incident-report';
import { OfficialPaper } from '../parts/official-paper';
import { fullInstant } from '../words/instant';
import type { Report } from './report-page';

/** 要情快报, as it will look. */
export const ReportPaper = ({ report: { content: said, kind, number, signedBy } }: { report: Report }) => (
  <OfficialPaper
    redHead="要情快报"
    number={number}
    signedBy={signedBy?.name}
    title={`${said.title}（${reportKinds[kind].label}）`}
    addressees={said.addressees}
    copiesTo={said.copiesTo}
    sections={[
      ['时间地点', said.place && `${fullInstant(said.occurredAt).slice(0, 16)}，${said.place}。`],
      ['事件情况', said.matter],
      ['伤亡情况', said.casualties],
      ['处置措施', said.measures],
      ['下步工作', said.next],
    ]}
  />
);
