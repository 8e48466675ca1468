import { Button, Card } from 'antd';
import { usePages } from '../api/use-pages';
import { More } from '../parts/more';
import { instant } from '../words/instant';

interface DraftListProps {
  /** The one that is open already. */
  readonly openId: string | undefined;
  open(id: string): void;
}

/** What was begun and not registered, here or on another machine. */
export function DraftList({ openId, open }: DraftListProps) {
  const pages = usePages('GET /api/drafts');
  const others = pages.items.filter(({ id }) => id !== openId);
  if (others.length === 0) return null;
  return (
    <Card size="small" title={`未登记的草稿（${others.length}${pages.hasMore ? '以上' : ''}）`}>
      {others.map((draft) => (
        <div key={draft.id} className="draft-row">
          <Button
            type="link"
            size="small"
            onClick={() => open(draft.id)}
            title={`${instant(draft.expiresAt)} 自动删除`}
          >
            {draft.title ?? '（未写标题）'}
          </Button>
          <span className="quiet">
            {draft.phone} {instant(draft.changedAt)}
          </span>
        </div>
      ))}
      <More {...pages} />
    </Card>
  );
}
