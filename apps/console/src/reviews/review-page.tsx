import { reviewRules } from '#ticket/review-rule';
import type { MoveName } from '#ticket/transition';
import { Tag } from 'antd';
import type { ListItem } from '#http-api/list-route';
import { usePages } from '../api/use-pages';
import { Due } from '../parts/due';
import { TicketItem } from '../parts/ticket-item';
import { Workbench } from '../parts/workbench';
import { RoundsCard } from '../rounds/rounds-card';
import { SubmittedReplyFindings } from '../reply-check/submitted-reply-findings';
import { TicketPane } from '../ticket/ticket-pane';

const featured: readonly MoveName[] = ['approve', 'sendBack', 'refuseCorrection'];

/** By when it is to be reviewed, whether by two, and who of them has approved it already. */
const ReviewFoot = ({ row }: { row: ListItem<'GET /api/reviews'> }) => (
  <>
    {row.reviewDueAt && (
      <span>
        <span className="quiet">审核到期 </span>
        <Due at={row.reviewDueAt} alert={row.reviewAlert} short />
      </span>
    )}
    {(row.secondReviewBy.length > 0 || row.firstApprovedBy) && (
      <Tag className="tag" color="gold" title={row.secondReviewBy.map((rule) => reviewRules[rule].label).join('、')}>
        {row.firstApprovedBy ? `${row.firstApprovedBy.name}已初审，待复审` : '须两人审核'}
      </Tag>
    )}
  </>
);

/** Replies that wait for the hotline's check, what is due first before all others. */
export function ReviewPage() {
  const pages = usePages('GET /api/reviews');
  return (
    <Workbench
      pages={pages}
      ticketIdOf={({ id }) => id}
      keyOf={({ id }) => id}
      empty="没有待审核的反馈"
      item={(ticket) => <TicketItem ticket={ticket} foot={<ReviewFoot row={ticket} />} />}
      pane={(id, next) => (
        <TicketPane
          id={id}
          featured={featured}
          onDone={next}
          first={(ticket) => (
            <>
              <SubmittedReplyFindings ticket={ticket} />
              <RoundsCard ticket={ticket} withReplies />
            </>
          )}
        />
      )}
    />
  );
}
