import { Button } from 'antd';

/** Says that a form holds what was typed earlier, and lets go of it. */
export const DraftNotice = ({ draft }: { draft: { isRestored: boolean; discard(): void } }) =>
  draft.isRestored && (
    <p className="quiet form-note">
      已恢复上次未提交的内容
      <Button type="link" size="small" onClick={draft.discard}>
        清空
      </Button>
    </p>
  );
