import { Button, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { extensionApprovers } from '#ticket/request-state';
import { usePages } from '../api/use-pages';
import { EditButton } from '../parts/edit-button';
import { EndButton } from '../parts/end-button';
import { groupSpan } from '../parts/group-spans';
import { PagedTable } from '../parts/paged-table';
import { historyOf, StandingTag, VersionsSwitch, type ShownVersions } from '../parts/versions-switch';
import { amountWords } from '../time-limits/limit-row';
import { ExtensionRuleDialog } from './extension-rule-dialog';
import { classOf, nextOf, ofWords, type ExtensionRuleRow } from './extension-rule-row';

type Edit = (row: ExtensionRuleRow) => void;

const columnsOf = (rows: readonly ExtensionRuleRow[], edit: Edit): TableColumnsType<ExtensionRuleRow> => [
  {
    title: '适用工单',
    width: 130,
    render: (_, row) => ofWords(row),
    className: 'rule-group',
    onCell: (_row, index) => ({ rowSpan: groupSpan(rows, classOf, index ?? 0) }),
  },
  { title: '次数', width: 90, render: (_, { nth }) => `第${nth}次` },
  { title: '最长延期', width: 120, render: (_, row) => amountWords(row) },
  { title: '审批', width: 110, render: (_, { approver }) => extensionApprovers[approver].label },
  { title: '依据', dataIndex: 'source', ellipsis: true },
  { title: '版本', width: 60, align: 'right', dataIndex: 'version' },
  { title: '状态', width: 90, render: (_, { state }) => <StandingTag state={state} /> },
  { title: '操作', width: 130, render: (_, row) => <Acts row={row} rows={rows} edit={edit} /> },
];

/** Only the last extension of a class can be ended. */
const Acts = ({ row, rows, edit }: { row: ExtensionRuleRow; rows: readonly ExtensionRuleRow[]; edit: Edit }) =>
  row.state === 'past' ? (
    <span className="quiet number">至 {row.validTo}</span>
  ) : (
    <>
      <EditButton edit={() => edit(row)} />
      {nextOf(rows, classOf(row)) === row.nth + 1 && (
        <EndButton
          route="DELETE /api/extension-rules/:name"
          request={{ params: { name: row.name } }}
          label="停用"
          question={`确定不再给${ofWords(row)}第${row.nth}次延期？`}
        />
      )}
    </>
  );

/** 延期规则: which tickets may be given more time, how often, how much, and who approves it. */
export function ExtensionRuleList() {
  const [shown, show] = useState<ShownVersions>('in-force');
  const [edited, edit] = useState<ExtensionRuleRow | 'new' | null>(null);
  const pages = usePages('GET /api/extension-rules', { query: { history: historyOf(shown), limit: 200 } });
  return (
    <>
      <div className="page-filters">
        <VersionsSwitch shown={shown} show={show} />
        <Button type="primary" onClick={() => edit('new')}>
          新增规则
        </Button>
        <span className="quiet">一般工单按诉求类型，紧急、特急工单按紧急程度；没有列出的不予延期。</span>
      </div>
      <PagedTable<ExtensionRuleRow>
        rowKey={({ name, version }) => `${name}.${version}`}
        columns={columnsOf(pages.items, edit)}
        pages={pages}
        widthPx={880}
        empty="没有延期规则"
      />
      {edited && (
        <ExtensionRuleDialog rule={edited === 'new' ? null : edited} rules={pages.items} close={() => edit(null)} />
      )}
    </>
  );
}
