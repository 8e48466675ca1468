import type { ListItem } from '#http-api/list-route';
import { returnReasons } from '#ticket/reason';
import { signOffKinds } from '#ticket/sign-off';
import { ByAt } from '../parts/by-at';
import { Facts } from '../parts/facts';
import { instant } from '../words/instant';

export type SignOff = ListItem<'GET /api/sign-offs'>;

/** What was put before the head, and what became of it; the draft of a reply stands on its part. */
export const SignOffFacts = ({ row }: { row: SignOff }) => (
  <Facts
    rows={[
      ['送签事项', signOffKinds[row.kind].label],
      ['退单原因', row.asked?.reasonCode && returnReasons[row.asked.reasonCode].label],
      [row.kind === 'hold' ? '工作计划' : '理由', row.asked?.reason],
      ['依据', row.asked?.basis],
      [row.kind === 'hold' ? '复核日期' : '申请延至', row.asked?.until && instant(row.asked.until)],
      ['责任人', row.asked?.responsible],
      ['送签', <ByAt by={row.askedBy} at={row.askedAt} />],
      ['签发', row.decidedBy && row.decidedAt && <ByAt by={row.decidedBy} at={row.decidedAt} />],
      ['代谁签发', row.decidedFor?.name],
      ['失效', row.state === 'lapsed' && row.decidedAt && instant(row.decidedAt)],
      ['不予签发的理由', row.state === 'refused' && row.note],
    ]}
  />
);
