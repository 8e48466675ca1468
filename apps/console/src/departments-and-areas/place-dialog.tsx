import { App, Form, Input, Select } from 'antd';
import { departmentGroups } from '#http-api/directory-shapes';
import { reorganisationKinds } from '#http-api/reorganisation-shapes';
import { signOffKinds } from '#ticket/sign-off';
import type { CallRequest } from '../api/call';
import { AreaInput } from '../directory/area-input';
import { DepartmentInput } from '../directory/department-input';
import type { Values } from '../moves/field-row';
import { DayInput } from '../parts/day-input';
import { Dialog } from '../parts/dialog';
import { required } from '../parts/required';
import { WriteForm } from '../parts/write-form';
import { optionsOf } from '../words/options';
import type { PlaceRow } from './place-row';
import type { ReorganisationKind } from './reorganise-values';
import { useDirectoryChanged } from './use-directory-changed';

interface PlaceDialogProps {
  readonly kind: ReorganisationKind;
  /** None for a new one. */
  readonly row: PlaceRow | null;
  readonly close: () => void;
}

/** A new department or area, or another name and place in its tree; what it was called until now is kept. */
export function PlaceDialog({ kind, row, close }: PlaceDialogProps) {
  const { message } = App.useApp();
  const changed = useDirectoryChanged();
  const { label } = reorganisationKinds[kind];
  const done = (): void => {
    changed();
    void message.success(`${label}已保存`);
    close();
  };
  return (
    <Dialog title={row ? `修改${row.name}` : `新增${label}`} width={620} close={close}>
      <WriteForm<Write>
        route={writes[kind][row ? 'edit' : 'add']}
        label={row ? '保存' : '新增'}
        initial={valuesOf(row)}
        requestOf={(values) => requestOf(kind, row, values)}
        onDone={done}
      >
        {kind === 'department' ? <DepartmentFields isNew={!row} /> : <AreaFields isNew={!row} />}
      </WriteForm>
    </Dialog>
  );
}

const writes = {
  department: { add: 'POST /api/departments', edit: 'PATCH /api/departments/:id' },
  area: { add: 'POST /api/areas', edit: 'PATCH /api/areas/:code' },
} as const;
type Write = (typeof writes)[ReorganisationKind]['add' | 'edit'];

const valuesOf = (row: PlaceRow | null): Values =>
  row === null
    ? { group: 'bureau' }
    : { name: row.name, parent: row.parent ?? undefined, group: row.group, signsOff: row.signsOff };

/** The fields by the names that a department, or an area, has for them; whoever is edited is named in the path. */
function requestOf(kind: ReorganisationKind, row: PlaceRow | null, { parent = null, ...values }: Values) {
  const above = kind === 'department' ? { parentId: parent } : { parentCode: parent };
  const params = row && (kind === 'department' ? { id: row.key } : { code: row.key });
  return { ...(params && { params }), body: { ...values, ...above } } as CallRequest<Write>;
}

const NameFields = ({ isNew }: { isNew: boolean }) => (
  <>
    {isNew && (
      <Form.Item name="code" label="编码" rules={required} extra="编码不再变更">
        <Input maxLength={64} />
      </Form.Item>
    )}
    <Form.Item
      name="name"
      label="名称"
      rules={required}
      extra={isNew ? undefined : '更名自保存时起；此前的报表、清单和已办结工单仍显示原名'}
    >
      <Input maxLength={100} />
    </Form.Item>
    {isNew && (
      <Form.Item name="validFrom" label="启用日期">
        <DayInput placeholder="今天" />
      </Form.Item>
    )}
  </>
);

const DepartmentFields = ({ isNew }: { isNew: boolean }) => (
  <>
    <NameFields isNew={isNew} />
    <Form.Item name="parent" label="上级单位">
      <DepartmentInput placeholder="无" />
    </Form.Item>
    <Form.Item name="group" label="类别" rules={required}>
      <Select options={optionsOf(departmentGroups)} />
    </Form.Item>
    {!isNew && (
      <Form.Item name="signsOff" label="须领导签发">
        <Select mode="multiple" allowClear options={optionsOf(signOffKinds)} />
      </Form.Item>
    )}
  </>
);

const AreaFields = ({ isNew }: { isNew: boolean }) => (
  <>
    <NameFields isNew={isNew} />
    <Form.Item name="parent" label="上级区域">
      <AreaInput placeholder="无" />
    </Form.Item>
  </>
);
