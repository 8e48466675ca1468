import { Button, Form, InputNumber, Select, type TableColumnsType } from 'antd';
import { useState } from 'react';
import type { ListItem } from '#http-api/list-route';
import { reviewRules, type ReviewRule } from '#ticket/review-rule';
import { usePages } from '../api/use-pages';
import { CategoryInput } from '../directory/category-input';
import { Dialog } from '../parts/dialog';
import { PagedTable } from '../parts/paged-table';
import { required } from '../parts/required';
import { WriteForm } from '../parts/write-form';
import { optionsOf } from '../words/options';

type Rule = ListItem<'GET /api/review-rules'>;

const columns: TableColumnsType<Rule> = [
  { title: '规则', render: (_, { rule }) => reviewRules[rule].label },
  { title: '事项分类', width: 200, render: (_, { category }) => category?.name ?? '其他全部' },
  { title: '比例', width: 90, align: 'right', render: (_, { percent }) => `${percent}%` },
];

/** 审核规则: which replies two review, and how many that nobody reviewed are drawn to be looked at. */
export function ReviewRuleList() {
  const [edited, edit] = useState<Partial<Rule> | null>(null);
  const pages = usePages('GET /api/review-rules');
  const acts: TableColumnsType<Rule> = [
    {
      title: '操作',
      width: 80,
      render: (_, rule) => (
        <Button type="link" size="small" onClick={() => edit(rule)}>
          修改
        </Button>
      ),
    },
  ];
  return (
    <>
      <div className="page-filters">
        <Button onClick={() => edit({})}>新增审核规则</Button>
        <span className="quiet">没有规则的，一人审核；有本分类规则的按本分类，其余按“其他全部”。</span>
      </div>
      <PagedTable<Rule>
        rowKey={({ rule, category }) => `${rule}:${category?.code ?? ''}`}
        columns={[...columns, ...acts]}
        pages={pages}
        widthPx={620}
        empty="没有审核规则"
      />
      {edited && <RuleDialog rule={edited} close={() => edit(null)} />}
    </>
  );
}

const RuleDialog = ({ rule: { rule, category, percent }, close }: { rule: Partial<Rule>; close(): void }) => (
  <Dialog title={rule ? '修改审核规则' : '新增审核规则'} close={close}>
    <WriteForm
      route="PUT /api/review-rules/:rule"
      label="保存"
      initial={{ rule, categoryCode: category?.code, percent }}
      requestOf={(values) => ({
        params: { rule: values.rule as ReviewRule },
        body: {
          categoryCode: (values.categoryCode as string | undefined) ?? null,
          percent: values.percent as number,
        },
      })}
      onDone={close}
    >
      <Form.Item name="rule" label="规则" rules={required}>
        <Select options={optionsOf(reviewRules)} disabled={rule !== undefined} />
      </Form.Item>
      <Form.Item name="categoryCode" label="事项分类（不选即其他全部）">
        <CategoryInput />
      </Form.Item>
      <Form.Item name="percent" label="比例（%）" rules={required}>
        <InputNumber min={0} max={100} precision={0} className="wide" />
      </Form.Item>
    </WriteForm>
  </Dialog>
);
