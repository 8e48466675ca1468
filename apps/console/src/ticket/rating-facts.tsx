import { contactedAnswers, ratingSources, satisfactions, solvedAnswers } from '#ticket/rating';
import type { TicketView } from '../moves/move-target';

/** What the citizen said: satisfied with what, contacted, solved, and who asked. */
export function RatingFacts({ rating }: { rating: NonNullable<TicketView['rating']> }) {
  const { result, attitude, speed } = rating.satisfaction;
  return (
    <div>
      <div>
        结果{satisfactions[result].label}
        {attitude && `，态度${satisfactions[attitude].label}`}
        {speed && `，速度${satisfactions[speed].label}`}
      </div>
      <div className="quiet">
        {contactedAnswers[rating.contacted].label}，{solvedAnswers[rating.solved].label}（
        {ratingSources[rating.source].label}
        {rating.round > 1 && `，第${rating.round}轮`}）
      </div>
      {rating.numberChanged && <div className="changed-number">评价前回访号码更改过，与登记时不同</div>}
    </div>
  );
}
