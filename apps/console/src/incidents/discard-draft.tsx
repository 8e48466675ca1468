import { Alert, Button, Popconfirm } from 'antd';
import { problemWords } from '../api/problem-words';
import { useWrite } from '../api/use-write';

/** A draft that is given up. */
export function DiscardDraft({ id, onDone }: { id: string; onDone(): void }) {
  const { mutate, isPending, error } = useWrite('DELETE /api/incident-reports/:id');
  return (
    <div className="discard-draft">
      {error && <Alert type="error" showIcon title={problemWords(error)} />}
      <Popconfirm
        title="确定删除草稿？"
        okText="删除"
        cancelText="取消"
        onConfirm={() => mutate({ params: { id } }, { onSuccess: onDone })}
      >
        <Button danger size="small" loading={isPending}>
          删除草稿
        </Button>
      </Popconfirm>
    </div>
  );
}
