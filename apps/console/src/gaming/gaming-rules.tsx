import type { TableColumnsType } from 'antd';
import { useState } from 'react';
import { usePages } from '../api/use-pages';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { EditButton } from '../parts/edit-button';
import { PagedTable } from '../parts/paged-table';
import { instant } from '../words/instant';
import { EditRule } from './edit-rule';
import { thresholdWords, type RuleRow } from './sign-row';

const columnsOf = (edit: ((rule: RuleRow) => void) | null): TableColumnsType<RuleRow> => [
  { title: '线索', width: 120, dataIndex: 'label' },
  { title: '含义', dataIndex: 'meaning' },
  { title: '阈值', width: 320, render: (_, rule) => thresholdWords(rule) },
  { title: '版本', width: 70, align: 'right', dataIndex: 'version' },
  { title: '自', width: 110, render: (_, { at }) => instant(at) },
  ...(edit
    ? [{ title: '操作', width: 80, render: (_: unknown, rule: RuleRow) => <EditButton edit={() => edit(rule)} /> }]
    : []),
];

/** What each sign is, and from which numbers on it is told. */
export function GamingRules() {
  const { roles } = useUser();
  const [edited, edit] = useState<RuleRow | null>(null);
  const mayEdit = mayCall('PUT /api/gaming-rules/:name', roles);
  return (
    <>
      <PagedTable<RuleRow>
        rowKey="sign"
        columns={columnsOf(mayEdit ? edit : null)}
        pages={usePages('GET /api/gaming-rules')}
        widthPx={860}
        empty="没有规则"
        card={(rule) => (
          <section key={rule.sign} className="card-link" aria-label={rule.label}>
            <div className="item-top">
              <span className="item-title">{rule.label}</span>
              {mayEdit && <EditButton edit={() => edit(rule)} />}
            </div>
            <div className="item-text">{rule.meaning}</div>
            <div className="item-line quiet">{thresholdWords(rule)}</div>
          </section>
        )}
      />
      {edited && <EditRule rule={edited} close={() => edit(null)} />}
    </>
  );
}
