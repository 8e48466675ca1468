import type { ListItem } from '#http-api/list-route';
import { ByAt } from '../parts/by-at';
import { Due } from '../parts/due';
import { Facts } from '../parts/facts';
import { instant } from '../words/instant';

export type Hold = ListItem<'GET /api/holds'>;

/** Why a ticket is to be put aside, until when, and what was decided. */
export const HoldFacts = ({ row }: { row: Hold }) => (
  <Facts
    rows={[
      ['复核日期', row.state === 'open' ? <Due at={row.reviewAt} /> : instant(row.reviewAt)],
      ['工作计划', row.plan],
      ['责任人', row.responsible],
      ['申请', <ByAt by={row.askedBy} at={row.askedAt} />],
      ['审批', row.decidedBy && row.decidedAt && <ByAt by={row.decidedBy} at={row.decidedAt} />],
      ['失效', row.state === 'lapsed' && row.decidedAt && instant(row.decidedAt)],
      ['审批意见', row.note],
      ['销账', row.endedAt && instant(row.endedAt)],
    ]}
  />
);
