import { Alert, Button } from 'antd';
import { problemWords } from '../api/problem-words';
import type { DraftSaver, DraftState } from './draft-saver';
import { useDraftState } from './use-draft-state';

const words: Readonly<Partial<Record<DraftState, string>>> = {
  unsaved: '草稿待保存…',
  saving: '草稿保存中…',
  saved: '草稿已保存',
  failed: '草稿未能保存，稍后自动重试',
};

/** Whether what is typed is safe. */
export const DraftStatus = ({ saver }: { saver: DraftSaver }) => (
  <span className="quiet" role="status">
    {words[useDraftState(saver)]}
  </span>
);

interface DraftConflictProps {
  readonly saver: DraftSaver;
  /** Shows what the other window has saved. */
  load(): void;
  failed(reason: string): void;
}

/** Another window has saved the same draft: somebody chooses which of the two is to hold. */
export function DraftConflict({ saver, load, failed }: DraftConflictProps) {
  if (useDraftState(saver) !== 'conflict') return null;
  const keepOwn = (): void => void saver.keepOwn().catch((reason: unknown) => failed(problemWords(reason)));
  return (
    <Alert
      type="warning"
      showIcon
      title="这份草稿已在另一窗口修改，本窗口的内容尚未保存"
      action={
        <>
          <Button size="small" onClick={load}>
            载入另一窗口的内容
          </Button>{' '}
          <Button size="small" type="primary" onClick={keepOwn}>
            以本窗口为准
          </Button>
        </>
      }
    />
  );
}
