import { Button, Form, Input, type TableColumnsType } from 'antd';
import { useState } from 'react';
import type { ListItem } from '#http-api/list-route';
import type { RouteRequest } from '#http-api/routes';
import { usePages } from '../api/use-pages';
import type { Values } from '../moves/field-row';
import { DecideButton } from '../parts/decide-button';
import { Dialog } from '../parts/dialog';
import { PagedTable } from '../parts/paged-table';
import { required } from '../parts/required';
import { WriteForm } from '../parts/write-form';

type Shift = ListItem<'GET /api/shifts'>;
type Body = NonNullable<RouteRequest<'POST /api/shifts'>['body']>;

const columnsFor = (edit: (shift: Shift) => void): TableColumnsType<Shift> => [
  { title: '名称', dataIndex: 'name' },
  { title: '开始', width: 120, dataIndex: 'starts' },
  {
    title: '结束',
    width: 140,
    render: (_, { starts, ends }) => (ends < starts ? `次日 ${ends}` : ends),
  },
  {
    title: '操作',
    width: 140,
    render: (_, shift) => (
      <>
        <Button size="small" type="link" onClick={() => edit(shift)}>
          修改
        </Button>
        <DecideButton route="POST /api/shifts/:id/end" id={shift.id} label="停用" reads="GET /api/shifts" />
      </>
    ),
  },
];

/** 班次: when shifts begin and end. */
export function ShiftsPage() {
  const [edited, edit] = useState<Shift | 'new' | null>(null);
  const pages = usePages('GET /api/shifts');
  return (
    <div className="page">
      <div className="page-filters">
        <Button type="primary" onClick={() => edit('new')}>
          新增班次
        </Button>
        <span className="quiet">已接班的交接记录保留当时的班次时间。</span>
      </div>
      <PagedTable<Shift> columns={columnsFor(edit)} pages={pages} widthPx={560} empty="没有班次" />
      {edited && <ShiftDialog shift={edited === 'new' ? null : edited} close={() => edit(null)} />}
    </div>
  );
}

const bodyOfShift = ({ name, starts, ends }: Values): Body => ({ name, starts, ends }) as Body;

const ShiftDialog = ({ shift, close }: { shift: Shift | null; close(): void }) => (
  <Dialog title={shift ? '修改班次' : '新增班次'} close={close}>
    {shift ? (
      <WriteForm
        route="PUT /api/shifts/:id"
        label="保存"
        initial={{ name: shift.name, starts: shift.starts, ends: shift.ends }}
        requestOf={(values) => ({ params: { id: shift.id }, body: bodyOfShift(values) })}
        onDone={close}
      >
        <ShiftFields />
      </WriteForm>
    ) : (
      <WriteForm
        route="POST /api/shifts"
        label="新增"
        requestOf={(values) => ({ body: bodyOfShift(values) })}
        onDone={close}
      >
        <ShiftFields />
      </WriteForm>
    )}
  </Dialog>
);

const ShiftFields = () => (
  <>
    <Form.Item name="name" label="名称" rules={required}>
      <Input maxLength={20} placeholder="如：白班" />
    </Form.Item>
    <Form.Item name="starts" label="开始时间" rules={required}>
      <Input placeholder="08:00" />
    </Form.Item>
    <Form.Item name="ends" label="结束时间" rules={required} extra="早于开始时间表示次日结束。">
      <Input placeholder="20:00" />
    </Form.Item>
  </>
);
