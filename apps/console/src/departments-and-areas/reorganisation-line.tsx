import { Alert } from 'antd';
import { useAnswer } from '../api/use-answer';

const askAgainMs = 3_000;

/** How far open work has followed what was reorganised; nothing when it has. */
export function ReorganisationLine() {
  const query = { limit: 20 };
  const standing = useAnswer('GET /api/reorganisations', { query }, { refetchInterval: askAgainMs });
  const running = (standing.data?.items ?? []).filter(({ state }) => state === 'running');
  if (running.length === 0) return null;
  const words = running.map(
    ({ sources, tickets, moved }) =>
      `${sources.map(({ name }) => name).join('、')}：在办工单迁移中，已迁移 ${moved} 件，共 ${tickets} 件`,
  );
  return <Alert type="info" showIcon className="reorganise-conflict" title={words.join('；')} />;
}
