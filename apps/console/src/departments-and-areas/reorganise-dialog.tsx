import { App } from 'antd';
import { Dialog } from '../parts/dialog';
import { PreviewedForm } from '../parts/previewed-form';
import type { PlaceRow } from './place-row';
import { ReorganiseFields } from './reorganise-fields';
import { ReorganisePreview } from './reorganise-preview';
import { bodyOfReorganisation, type ReorganisationKind, type ReorganiseValues } from './reorganise-values';
import { useDirectoryChanged } from './use-directory-changed';

interface ReorganiseDialogProps {
  readonly kind: ReorganisationKind;
  /** What is to end, where one was chosen. */
  readonly row: PlaceRow | null;
  readonly close: () => void;
}

/** 合并, 撤销, 拆分: which end, who takes their place, and what that moves, before anybody does it. */
export function ReorganiseDialog({ kind, row, close }: ReorganiseDialogProps) {
  const { message } = App.useApp();
  const changed = useDirectoryChanged();
  const initial: ReorganiseValues = { from: row ? [row.key] : [], heirs: [{ way: 'known' }], reason: '' };
  return (
    <Dialog title={kind === 'department' ? '承办单位调整' : '区域调整'} width={760} close={close}>
      <PreviewedForm
        route="POST /api/reorganisations"
        initial={initial}
        bodyOf={(values: ReorganiseValues) => bodyOfReorganisation(kind, values)}
        previewOf={(preview) => <ReorganisePreview preview={preview} />}
        confirmed={(body, { fingerprint }) => ({ ...body, fingerprint })}
        maySave={({ conflicts }) => conflicts.length === 0}
        label="执行调整"
        onSaved={() => {
          changed();
          void message.success('已开始调整，在办工单随后迁移');
          close();
        }}
      >
        <ReorganiseFields kind={kind} />
      </PreviewedForm>
    </Dialog>
  );
}
