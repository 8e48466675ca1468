import { NotificationFilled } from '@ant-design/icons';
import { Alert, App, Button } from 'antd';
import { problemWords } from '../api/problem-words';
import { useAnswer } from '../api/use-answer';
import { useWrite } from '../api/use-write';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { instant } from '../words/instant';
import { aboutOf } from './about';
import type { BroadcastRow } from './broadcast-row';
import './broadcasts.css';

/** The stream tells of one at once; this is for what begins by itself, and for when the stream was away. */
const askAgainMs = 30_000;

/** What everybody is to answer and this person has not read yet, over every page until they say that they have. */
export function BroadcastBanner() {
  const { roles } = useUser();
  const isAgent = roles.some((role) => role === 'agent' || role === 'shift-lead');
  const standing = useAnswer(
    'GET /api/broadcasts',
    { query: { state: 'in-force' } },
    { enabled: isAgent && mayCall('GET /api/broadcasts', roles), refetchInterval: askAgainMs },
  );
  const unread = isAgent ? (standing.data?.items ?? []).filter(({ readAt }) => readAt === null) : [];
  return unread.map((broadcast) => <Unread key={`${broadcast.id}/${broadcast.version}`} broadcast={broadcast} />);
}

function Unread({ broadcast }: { broadcast: BroadcastRow }) {
  const { message } = App.useApp();
  const write = useWrite('POST /api/broadcasts/:id/acknowledge');
  const { id, version, title, text, validTo } = broadcast;
  const read = (): void =>
    void write
      .mutateAsync({ params: { id }, body: { version } })
      .catch((reason: unknown) => message.error(problemWords(reason)));
  return (
    <Alert
      type="warning"
      showIcon
      icon={<NotificationFilled />}
      role="alert"
      className="broadcast-banner"
      title={`统一口径${version > 1 ? `（第${version}版）` : ''}：${title}`}
      description={
        <>
          <span className="broadcast-text">{text}</span>
          <span className="quiet">
            {aboutOf(broadcast)}，至 {instant(validTo)}
          </span>
        </>
      }
      action={
        <Button type="primary" size="small" loading={write.isPending} onClick={read}>
          已阅
        </Button>
      }
    />
  );
}
