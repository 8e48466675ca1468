import { App } from 'antd';
import { Dialog } from '../parts/dialog';
import { PreviewedForm } from '../parts/previewed-form';
import { elsewherePreview } from './elsewhere-preview';
import { RuleFields } from './rule-fields';
import { placeWords, type RuleRow } from './rule-row';
import { bodyOfRule, valuesOfRule } from './rule-values';

interface RuleDialogProps {
  /** Null for a new one. */
  readonly rule: RuleRow | null;
  close(): void;
}

/** A new row, or the next version of one. */
export function RuleDialog({ rule, close }: RuleDialogProps) {
  const { message } = App.useApp();
  return (
    <Dialog title={rule ? `修改派单规则：${placeWords(rule)}` : '新增派单规则'} width={720} close={close}>
      <PreviewedForm
        route="POST /api/dispatch-rules"
        initial={valuesOfRule(rule)}
        bodyOf={(values) => bodyOfRule(values, rule)}
        previewOf={elsewherePreview}
        onSaved={({ version }) => {
          void message.success(`派单规则已保存，为第${version}版`);
          close();
        }}
      >
        <RuleFields />
      </PreviewedForm>
    </Dialog>
  );
}
