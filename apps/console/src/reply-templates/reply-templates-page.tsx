import { App, Button, Popconfirm, Segmented, type TableColumnsType } from 'antd';
import { useState } from 'react';
import type { ListItem } from '#http-api/list-route';
import { problemWords } from '../api/problem-words';
import { usePages } from '../api/use-pages';
import { useWrite } from '../api/use-write';
import { useUser, type User } from '../identity/session';
import { EditButton } from '../parts/edit-button';
import { PagedTable } from '../parts/paged-table';
import { useKept } from '../parts/use-kept';
import { fullInstant } from '../words/instant';
import { TemplateEditor } from './template-editor';

export type TemplateRow = ListItem<'GET /api/reply-templates'>;
type Open = (row: TemplateRow) => void;

const lists = [
  { value: 'standing', label: '在用' },
  { value: 'all', label: '全部' },
] as const;
type Shown = (typeof lists)[number]['value'];

const columnsOf = (open: Open): TableColumnsType<TemplateRow> => [
  {
    title: '模板',
    render: (_, { title, text, version }) => (
      <>
        <strong>{title}</strong>
        {version > 1 && <span className="quiet">　第{version}版</span>}
        <div className="template-text">{text}</div>
      </>
    ),
  },
  { title: '事项分类', width: 150, render: (_, { category }) => category?.name ?? '不限' },
  { title: '单位', width: 170, render: (_, { department }) => department?.name ?? '全区通用' },
  { title: '修改时间', width: 170, render: (_, { changedAt }) => fullInstant(changedAt) },
  { title: '操作', width: 130, render: (_, row) => <Buttons row={row} open={open} /> },
];

/** 答复模板: what departments answer again and again, kept by the administrator and by their heads. */
export function ReplyTemplatesPage() {
  const [shown, show] = useKept<Shown>('reply-templates', 'standing');
  const [opened, setOpened] = useState<TemplateRow | 'new' | null>(null);
  const pages = usePages('GET /api/reply-templates', { query: { state: shown } });
  const close = (): void => setOpened(null);
  return (
    <div className="page">
      <div className="page-filters">
        <Button type="primary" onClick={() => setOpened('new')}>
          新增模板
        </Button>
        <Segmented<Shown> options={[...lists]} value={shown} onChange={show} />
        <span className="quiet">填写反馈时按事项分类提供，最相近的在前；选用后仍可修改。</span>
      </div>
      <PagedTable<TemplateRow>
        columns={columnsOf(setOpened)}
        pages={pages}
        widthPx={900}
        empty="没有答复模板"
        card={(row) => <TemplateItem key={row.id} row={row} open={setOpened} />}
      />
      {opened && <TemplateEditor template={opened === 'new' ? undefined : opened} close={close} />}
    </div>
  );
}

const TemplateItem = ({ row, open }: { row: TemplateRow; open: Open }) => (
  <section className="card-link" aria-label={row.title}>
    <span className="item-title">{row.title}</span>
    <div className="template-text">{row.text}</div>
    <div className="item-line quiet">
      <span>{row.category?.name ?? '不限分类'}</span>
      <span>{row.department?.name ?? '全区通用'}</span>
      <span className="item-end">
        <Buttons row={row} open={open} />
      </span>
    </div>
  </section>
);

/** The whole house's are the administrator's. */
const mayKeep = ({ department }: TemplateRow, { roles }: User): boolean =>
  department !== null || roles.includes('admin');

function Buttons({ row, open }: { row: TemplateRow; open: Open }) {
  const user = useUser();
  const { message } = App.useApp();
  const end = useWrite('POST /api/reply-templates/:id/end');
  if (row.endedAt !== null) return <span className="quiet">已停用</span>;
  if (!mayKeep(row, user)) return null;
  const send = (): void =>
    void end
      .mutateAsync({ params: { id: row.id }, version: row.version, body: {} })
      .catch((reason: unknown) => message.error(problemWords(reason)));
  return (
    <>
      <EditButton edit={() => open(row)} />
      <Popconfirm title="确定停用该模板？" onConfirm={send} okText="停用" cancelText="取消">
        <Button type="link" size="small" danger loading={end.isPending}>
          停用
        </Button>
      </Popconfirm>
    </>
  );
}
