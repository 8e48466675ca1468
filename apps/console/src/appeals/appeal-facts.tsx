import type { ListItem } from '#http-api/list-route';
import { evidenceNames } from '../attachments/evidence-names';
import type { TicketView } from '../moves/move-target';
import { ByAt } from '../parts/by-at';
import { Due } from '../parts/due';
import { Facts } from '../parts/facts';
import { instant } from '../words/instant';

export type Appeal = ListItem<'GET /api/appeals'>;

/** Which rating a department appeals against, why, and what was decided. */
export const AppealFacts = ({ row, ticket }: { row: Appeal; ticket: TicketView }) => (
  <Facts
    rows={[
      ['申诉对象', `第${row.round}轮群众评价`],
      ['申诉理由', row.reason],
      ['佐证材料', evidenceNames(ticket.attachments, row.attachmentIds)],
      ['申诉', <ByAt by={row.askedBy} at={row.askedAt} />],
      [
        '裁决期限',
        row.dueAt && (row.state === 'pending' ? <Due at={row.dueAt} alert={row.alert} /> : instant(row.dueAt)),
      ],
      ['裁决', row.decidedBy && row.decidedAt && <ByAt by={row.decidedBy} at={row.decidedAt} />],
      ['失效', row.state === 'lapsed' && row.decidedAt && instant(row.decidedAt)],
      ['裁决意见', row.note],
    ]}
  />
);
