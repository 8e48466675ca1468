import { Button, Form, InputNumber, type TableColumnsType } from 'antd';
import { useState } from 'react';
import type { ListItem } from '#http-api/list-route';
import { issueRuleUnits } from '#ticket/issue-rule';
import { usePages } from '../api/use-pages';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { Dialog } from '../parts/dialog';
import { PagedTable } from '../parts/paged-table';
import { WriteForm } from '../parts/write-form';
import { instant } from '../words/instant';

type Rule = ListItem<'GET /api/issue-rules'>;

const columnsOf = (edit: ((rule: Rule) => void) | null): TableColumnsType<Rule> => [
  { title: '规则', dataIndex: 'label' },
  {
    title: '数值',
    width: 140,
    align: 'right',
    render: (_, { value, unit }) => `${value} ${issueRuleUnits[unit].label}`,
  },
  { title: '版本', width: 80, align: 'right', dataIndex: 'version' },
  { title: '自', width: 120, render: (_, { at }) => instant(at) },
  ...(edit
    ? [
        {
          title: '操作',
          width: 80,
          render: (_: unknown, rule: Rule) => (
            <Button type="link" size="small" onClick={() => edit(rule)}>
              修改
            </Button>
          ),
        },
      ]
    : []),
];

/** By which rules issues are found, shown and judged; an administrator changes them. */
export function IssueRules() {
  const { roles } = useUser();
  const [edited, edit] = useState<Rule | null>(null);
  const mayEdit = mayCall('PUT /api/issue-rules/:name', roles);
  const pages = usePages('GET /api/issue-rules');
  return (
    <>
      <PagedTable<Rule>
        rowKey="name"
        columns={columnsOf(mayEdit ? edit : null)}
        pages={pages}
        widthPx={620}
        empty="没有规则"
        card={(rule) => (
          <section key={rule.name} className="card-link" aria-label={rule.label}>
            <div className="item-top">
              <span className="item-title">{rule.label}</span>
              <span>
                {rule.value} {issueRuleUnits[rule.unit].label}
              </span>
            </div>
          </section>
        )}
      />
      {edited && <EditRule rule={edited} close={() => edit(null)} />}
    </>
  );
}

function EditRule({ rule, close }: { rule: Rule; close(): void }) {
  const { name, version, value, least, most, unit, label } = rule;
  return (
    <Dialog title={`修改规则　${label}`} close={close}>
      <WriteForm
        route="PUT /api/issue-rules/:name"
        label="保存"
        initial={{ value }}
        requestOf={(values) => ({ params: { name }, version, body: { value: values.value as number } })}
        onDone={close}
      >
        <p className="quiet">改后按新数值重新预警一次；已归组的工单不变。</p>
        <Form.Item
          name="value"
          label={`${least} 至 ${most}（${issueRuleUnits[unit].label}）`}
          rules={[{ required: true, message: '请填写' }]}
        >
          <InputNumber autoFocus className="wide" step={unit === 'score' ? 0.05 : 1} />
        </Form.Item>
      </WriteForm>
    </Dialog>
  );
}
