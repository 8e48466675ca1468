import { App, Form, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { extendedTypes, extendedUrgencies } from '#http-api/extension-rule-shapes';
import { limitUnits } from '#http-api/limit-units';
import type { RouteRequest } from '#http-api/routes';
import { extensionApprovers } from '#ticket/request-state';
import type { Values } from '../moves/field-row';
import { Dialog } from '../parts/dialog';
import { required } from '../parts/required';
import { WriteForm } from '../parts/write-form';
import { optionsOf } from '../words/options';
import { nextOf, ofWords, type ExtensionRuleRow } from './extension-rule-row';

type Terms = NonNullable<RouteRequest<'PUT /api/extension-rules/:name'>['body']>;
type NewRule = NonNullable<RouteRequest<'POST /api/extension-rules'>['body']>;

interface ExtensionRuleDialogProps {
  /** Null for a rule that there is not yet. */
  readonly rule: ExtensionRuleRow | null;
  readonly rules: readonly ExtensionRuleRow[];
  close(): void;
}

/** A rule's next version, or a class's next extension. */
export function ExtensionRuleDialog({ rule, rules, close }: ExtensionRuleDialogProps) {
  const { message } = App.useApp();
  const done = (): void => {
    void message.success('已保存，今后的申请按此办理');
    close();
  };
  return rule ? (
    <Dialog title={`修改　${ofWords(rule)} · 第${rule.nth}次延期`} close={close}>
      <WriteForm
        route="PUT /api/extension-rules/:name"
        label="保存"
        initial={termsOf(rule)}
        requestOf={(values) => ({
          params: { name: rule.name },
          version: rule.version,
          body: values as unknown as Terms,
        })}
        onDone={done}
      >
        <TermFields />
      </WriteForm>
    </Dialog>
  ) : (
    <Dialog title="新增延期规则" close={close}>
      <WriteForm
        route="POST /api/extension-rules"
        label="保存"
        initial={{ unit: 'working-days', approver: 'supervisor' }}
        requestOf={(values) => ({ body: newRuleOf(values, rules) })}
        onDone={done}
      >
        <TermFields>
          <ClassField rules={rules} />
        </TermFields>
      </WriteForm>
    </Dialog>
  );
}

const termsOf = ({ amount, unit, approver, source }: ExtensionRuleRow): Values => ({ amount, unit, approver, source });

function newRuleOf({ ofClass, ...terms }: Values, rules: readonly ExtensionRuleRow[]): NewRule {
  const name = String(ofClass);
  const whose = name in extendedUrgencies ? { urgency: name } : { type: name };
  return { ...terms, ...whose, nth: nextOf(rules, name) } as NewRule;
}

const classes = [
  { label: '一般工单', options: optionsOf(extendedTypes) },
  {
    label: '不论诉求类型',
    options: optionsOf(extendedUrgencies).map(({ value, label }) => ({ value, label: `${label}工单` })),
  },
];

function ClassField({ rules }: Pick<ExtensionRuleDialogProps, 'rules'>) {
  const chosen = Form.useWatch<string | undefined>('ofClass');
  return (
    <Form.Item
      name="ofClass"
      label="适用工单"
      rules={required}
      extra={chosen && `这类工单的第${nextOf(rules, chosen)}次延期`}
    >
      <Select options={classes} />
    </Form.Item>
  );
}

const TermFields = ({ children }: { children?: ReactNode }) => (
  <>
    {children}
    <div className="rule-when">
      <Form.Item name="amount" label="最长延期" rules={required}>
        <InputNumber min={1} max={1_000} precision={0} className="wide" />
      </Form.Item>
      <Form.Item name="unit" label="计时单位" rules={required}>
        <Select options={optionsOf(limitUnits)} />
      </Form.Item>
    </div>
    <Form.Item name="approver" label="审批" rules={required}>
      <Select options={optionsOf(extensionApprovers)} />
    </Form.Item>
    <Form.Item name="source" label="依据" rules={required}>
      <Input maxLength={200} placeholder="如：区政府办〔2026〕12号" />
    </Form.Item>
  </>
);
