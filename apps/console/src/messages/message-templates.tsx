import { Tag, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { usePages } from '../api/use-pages';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { EditButton } from '../parts/edit-button';
import { PagedTable } from '../parts/paged-table';
import type { TemplateRow } from './message-row';
import { TemplateEditor } from './template-editor';

type Edit = (row: TemplateRow) => void;

const columnsOf = (edit: Edit | null): TableColumnsType<TemplateRow> => [
  { title: '种类', width: 120, dataIndex: 'label' },
  { title: '短信内容', render: (_, { text }) => text },
  { title: '示例长度', width: 120, align: 'right', render: (_, { sample }) => lengthWords(sample) },
  { title: '夜间', width: 80, render: (_, { atNight }) => (atNight ? '照发' : '暂缓') },
  { title: '状态', width: 80, render: (_, { isOn }) => <OnTag isOn={isOn} /> },
  { title: '版本', width: 60, align: 'right', dataIndex: 'version' },
  ...(edit
    ? [{ title: '操作', width: 70, render: (_: unknown, row: TemplateRow) => <EditButton edit={() => edit(row)} /> }]
    : []),
];

const lengthWords = ({ characters, segments }: TemplateRow['sample']): string => `${characters}字 · ${segments}条`;

const OnTag = ({ isOn }: { isOn: boolean }) => (
  <Tag color={isOn ? 'green' : undefined} className="tag">
    {isOn ? '启用' : '停用'}
  </Tag>
);

/** 短信模板: how each kind is worded; an administrator changes it. */
export function MessageTemplates() {
  const [edited, edit] = useState<TemplateRow | null>(null);
  const mayEdit = mayCall('PUT /api/message-templates/:kind', useUser().roles);
  const pages = usePages('GET /api/message-templates');
  return (
    <>
      <PagedTable<TemplateRow>
        rowKey="kind"
        columns={columnsOf(mayEdit ? edit : null)}
        pages={pages}
        widthPx={900}
        empty="没有模板"
        card={(row) => (
          <section key={row.kind} className="card-link" aria-label={row.label}>
            <div className="item-top">
              <OnTag isOn={row.isOn} />
              <span className="item-title">{row.label}</span>
              {mayEdit && <EditButton edit={() => edit(row)} />}
            </div>
            <div>{row.text}</div>
          </section>
        )}
      />
      {edited && <TemplateEditor template={edited} close={() => edit(null)} />}
    </>
  );
}
