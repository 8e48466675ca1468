import { Card } from 'antd';
import type { ReactNode } from 'react';
import { sendBackReasons } from '#ticket/reason';
import type { RouteAnswer } from '#http-api/routes';
import { useAnswer } from '../api/use-answer';
import type { TicketView } from '../moves/move-target';
import { ByAt } from '../parts/by-at';
import { Facts, type FactRow } from '../parts/facts';
import { RatingFacts } from '../ticket/rating-facts';
import { ReplyFacts } from '../ticket/reply-facts';

type Rounds = RouteAnswer<'GET /api/tickets/:id/rounds'>;
type Round = Rounds['rounds'][number];

interface RoundsCardProps {
  readonly ticket: TicketView;
  /** With what was answered in the rounds before: where the replies do not stand beside it. */
  readonly withReplies?: boolean;
}

/** 各轮次: what was sent back, how the citizen rated and what was judged, round by round; the first and the final result. */
export function RoundsCard({ ticket, withReplies = false }: RoundsCardProps) {
  const { data } = useAnswer('GET /api/tickets/:id/rounds', { params: { id: ticket.id } });
  if (!data || data.rounds.every(isSaidElsewhere)) return null;
  const { rounds, first, final } = data;
  const results: FactRow[] = [
    ['首轮评价', final && final.round > 1 && (first ? <RatingFacts rating={first} /> : '未评价')],
    ['最终评价', final && final.round > 1 && <RatingFacts rating={final} />],
  ];
  return (
    <Card size="small" title="各轮办理与评价">
      <Facts rows={results} />
      {rounds.toReversed().map((round) => (
        <RoundFacts key={round.round} round={round} reply={withReplies && replyBefore(ticket, round.round)} />
      ))}
    </Card>
  );
}

/** One bare rating of the first round stands with the ticket already. */
const isSaidElsewhere = ({ round, sendBacks, ratings, judgements }: Round): boolean =>
  round === 1 && sendBacks.length + judgements.length === 0 && ratings.length <= 1 && !ratings[0]?.comment;

/** What the lead answered in a round that is over. */
function replyBefore(ticket: TicketView, round: number): ReactNode {
  const part = ticket.assignments.findLast((each) => each.role === 'lead' && each.round === round && each.reply);
  return round < ticket.round && part?.reply && <ReplyFacts reply={part.reply} attachments={ticket.attachments} />;
}

const RoundFacts = ({ round, reply }: { round: Round; reply: ReactNode }) => (
  <section className="part" aria-label={`第${round.round}轮`}>
    <strong>第{round.round}轮</strong>
    {reply}
    <Facts
      rows={[
        ...round.sendBacks.map(({ at, by, reasonCode, note }): FactRow => [
          '审核退回',
          <>
            {sendBackReasons[reasonCode].label}
            {note && `：${note}`}　<ByAt by={by} at={at} />
          </>,
        ]),
        ...round.ratings.map((rating): FactRow => [
          '群众评价',
          <>
            <RatingFacts rating={rating} />
            {rating.comment && <p className="matter-text">{rating.comment}</p>}
          </>,
        ]),
        ...round.judgements.map(({ at, by, reasonable, reason }): FactRow => [
          '合理性认定',
          <>
            {reasonable ? '合理，发回重办' : '不合理，予以办结'}
            {reason && `：${reason}`}　<ByAt by={by} at={at} />
          </>,
        ]),
      ]}
    />
  </section>
);
