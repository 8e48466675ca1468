import type { ListItem } from '#http-api/list-route';
import { extensionApprovers } from '#ticket/request-state';
import { evidenceNames } from '../attachments/evidence-names';
import type { TicketView } from '../moves/move-target';
import { ByAt } from '../parts/by-at';
import { Facts } from '../parts/facts';
import { fullInstant, instant } from '../words/instant';

export type Extension = ListItem<'GET /api/extensions'>;

/** To the minute: a due time is no estimate. */
const minute = (iso: string): string => fullInstant(iso).slice(0, 16);

/** What a department asks for, on what grounds, and what was decided. */
export const ExtensionFacts = ({ row, ticket }: { row: Extension; ticket: TicketView }) => (
  <Facts
    rows={[
      ['申请延至', <strong>{minute(row.until)}</strong>],
      ['申请时期限', minute(row.dueAt)],
      ['此前已延期', `${row.givenBefore}次`],
      ['延期理由', row.reason],
      ['依据', row.basis],
      ['佐证材料', evidenceNames(ticket.attachments, row.attachmentIds)],
      ['申请', <ByAt by={row.askedBy} at={row.askedAt} />],
      ['审批级别', extensionApprovers[row.approver].label],
      ['审批', row.decidedBy && row.decidedAt && <ByAt by={row.decidedBy} at={row.decidedAt} />],
      ['失效', row.state === 'lapsed' && row.decidedAt && instant(row.decidedAt)],
      ['审批意见', row.note],
    ]}
  />
);
