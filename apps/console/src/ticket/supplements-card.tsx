import { Card, Flex, Tag } from 'antd';
import { actorWords } from '#ticket/actor-words';
import type { TicketView } from '../moves/move-target';
import { instant } from '../words/instant';

/** 追加诉求: what was added since the registration; what the citizen wrote by themselves stands out. */
export const SupplementsCard = ({ ticket: { supplements } }: { ticket: TicketView }) =>
  supplements.length > 0 && (
    <section aria-label="追加诉求">
      <Card size="small" title={`追加诉求（${supplements.length}）`}>
        {supplements.map(({ at, fromCitizen, by, text }) => (
          <div key={at} className="reply-text">
            <Flex gap={8} align="center" wrap>
              {fromCitizen && (
                <Tag color="gold" className="tag">
                  诉求人补充
                </Tag>
              )}
              <span className="quiet">
                {instant(at)}
                {!fromCitizen && `　${actorWords(by)}`}
              </span>
            </Flex>
            <p className="matter-text">{text}</p>
          </div>
        ))}
      </Card>
    </section>
  );
