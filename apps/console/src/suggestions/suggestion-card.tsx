import { Card, Tag } from 'antd';
import { Link } from 'react-router-dom';
import type { State } from '#ticket/state';
import { useAnswer } from '../api/use-answer';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import type { TicketView } from '../moves/move-target';
import { chanceOf, type Suggested } from './chance-of';
import './suggestions.css';

/** Where it is asked who shall have it. */
const asked: readonly State[] = ['registered', 'returning'];

/** The three best departments and categories, how likely each is, and why. */
export function SuggestionCard({ ticket: { id, state } }: { ticket: TicketView }) {
  const { roles } = useUser();
  const isAsked = asked.includes(state) && mayCall('POST /api/tickets/:id/dispatch', roles);
  const { data } = useAnswer('GET /api/tickets/:id/suggestion', { params: { id } }, { enabled: isAsked });
  if (!isAsked || !data) return null;
  const { department, category, departmentVersion, categoryVersion } = data;
  return (
    <Card size="small" title="派单建议" role="region" aria-label="派单建议">
      <Best title="承办单位" version={departmentVersion} best={department} />
      <Best title="事项分类" version={categoryVersion} best={category} />
    </Card>
  );
}

interface BestProps {
  readonly title: string;
  readonly version: number;
  readonly best: readonly Suggested[];
}

const Best = ({ title, version, best }: BestProps) => (
  <section className="suggested">
    <h4>
      {title}{' '}
      <span className="quiet">{version > 0 ? `模型第${version}版` : '尚无模型，仅按派单目录和关键词，不测算概率'}</span>
    </h4>
    {best.length === 0 && <span className="quiet">没有可提示的{title}</span>}
    <ol>
      {best.map((each) => (
        <li key={each.id}>
          <span className="suggested-name">{each.name}</span>
          {each.isLearnt && <span className="number suggested-chance">{chanceOf(each)}</span>}
          {each.isSure && <Tag color="green">把握充分</Tag>}
          <Why suggested={each} />
        </li>
      ))}
    </ol>
  </section>
);

/** The rule, the words of the matter, and what was like it. */
const Why = ({ suggested: { rule, phrases, similar } }: { suggested: Suggested }) => (
  <span className="suggested-why">
    {rule && <span>{rule}</span>}
    {phrases.length > 0 && (
      <span>
        文中提到
        {phrases.map((phrase) => (
          <mark key={phrase}>{phrase}</mark>
        ))}
      </span>
    )}
    {similar.length > 0 && (
      <span>
        相似工单
        {similar.map(({ id, number, title }) => (
          <Link key={id} to={`/tickets/${id}`} title={title} className="number">
            {number}
          </Link>
        ))}
      </span>
    )}
  </span>
);
