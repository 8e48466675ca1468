import { App } from 'antd';
import { Dialog } from '../parts/dialog';
import { PreviewedForm } from '../parts/previewed-form';
import { movesPreview } from '../recomputing/moves-preview';
import { LimitFields } from './limit-fields';
import type { LimitRow } from './limit-row';
import { bodyOfLimit, valuesOfLimit } from './limit-values';

/** A limit's next version. */
export function LimitDialog({ limit, close }: { limit: LimitRow | null; close(): void }) {
  const { message } = App.useApp();
  return (
    <Dialog title={limit ? `修改${limit.label}` : '新增时限'} width={680} close={close}>
      <PreviewedForm
        route="POST /api/time-limits"
        initial={valuesOfLimit(limit)}
        bodyOf={(values) => bodyOfLimit(values, limit)}
        previewOf={movesPreview}
        onSaved={() => {
          void message.success('时限已保存');
          close();
        }}
      >
        <LimitFields limit={limit} />
      </PreviewedForm>
    </Dialog>
  );
}
