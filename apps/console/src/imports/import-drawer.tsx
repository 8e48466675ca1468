import { Alert, App, Button, Descriptions, Drawer, Popconfirm, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { importKinds, importStates } from '#ticket/import-kind';
import type { ListItem } from '#http-api/list-route';
import type { RouteAnswer } from '#http-api/routes';
import { problemWords } from '../api/problem-words';
import { useAnswer } from '../api/use-answer';
import { usePages } from '../api/use-pages';
import { useWrite } from '../api/use-write';
import { Loaded } from '../parts/loaded';
import { PagedTable } from '../parts/paged-table';
import { fullInstant } from '../words/instant';
import { ImportProgress } from './import-progress';

type ImportView = RouteAnswer<'GET /api/imports/:id'>;
type Remark = ListItem<'GET /api/imports/:id/refusals'>;

/** Between two looks at an import that goes on, in milliseconds. */
const lookMs = 1_000;

/** One import while it goes on, and what became of it. */
export const ImportDrawer = ({ id, close }: { id: string | null; close(): void }) => (
  <Drawer open={id !== null} onClose={close} size={720} destroyOnHidden title="导入结果">
    {id && <ImportOutcome id={id} />}
  </Drawer>
);

function ImportOutcome({ id }: { id: string }) {
  const [isOver, setOver] = useState(false);
  const answer = useAnswer('GET /api/imports/:id', { params: { id } }, { refetchInterval: isOver ? false : lookMs });
  if (!isOver && answer.data && importStates[answer.data.state].ended) setOver(true);
  return <Loaded of={answer}>{(view) => <Outcome view={view} />}</Loaded>;
}

const Outcome = ({ view }: { view: ImportView }) => (
  <>
    <ImportProgress of={view} />
    {view.fault && <Alert type="error" showIcon title={view.fault} className="form-error" />}
    <Descriptions size="small" column={3} items={factsOf(view)} />
    {!importStates[view.state].ended && <CancelButton id={view.id} />}
    {remarkKinds.map(
      (kind) => view[kind] > 0 && <RemarkTable key={kind} kind={kind} id={view.id} count={view[kind]} />,
    )}
  </>
);

const factsOf = (view: ImportView) =>
  [
    ['内容', importKinds[view.kind].label],
    ['新增', view.accepted],
    ['已有', view.known],
    ['未导入', view.refused],
    ['须核对', view.warned],
    ['上传', `${view.uploadedBy.name} ${fullInstant(view.createdAt)}`],
    ['结束', view.endedAt && fullInstant(view.endedAt)],
  ].map(([label, children]) => ({ key: String(label), label, children }));

function CancelButton({ id }: { id: string }) {
  const { message } = App.useApp();
  const cancel = useWrite('POST /api/imports/:id/cancel');
  const send = (): void =>
    void cancel
      .mutateAsync({ params: { id }, body: {} })
      .catch((reason: unknown) => message.error(problemWords(reason)));
  return (
    <Popconfirm title="停止导入？已导入的行保留。" onConfirm={send} okText="停止" cancelText="继续导入">
      <Button danger loading={cancel.isPending}>
        停止导入
      </Button>
    </Popconfirm>
  );
}

/** What is said of rows, and by which list. */
const remarks = {
  refused: { route: 'GET /api/imports/:id/refusals', title: '没有导入的原因' },
  warned: { route: 'GET /api/imports/:id/warnings', title: '已导入，请核对' },
} as const;
type RemarkKind = keyof typeof remarks;
const remarkKinds = Object.keys(remarks) as RemarkKind[];

const columnsOf = (kind: RemarkKind): TableColumnsType<Remark> => [
  { title: '行', width: 80, dataIndex: 'line' },
  { title: '列', width: 140, dataIndex: 'column' },
  { title: remarks[kind].title, dataIndex: 'reason' },
];

/** The rows of which something is said, asked for anew when there are more of them. */
function RemarkTable({ id, kind, count }: { id: string; kind: RemarkKind; count: number }) {
  const pages = usePages(remarks[kind].route, { params: { id }, query: {} });
  return (
    <PagedTable<Remark> key={count} rowKey="line" columns={columnsOf(kind)} pages={pages} widthPx={560} empty="没有" />
  );
}
