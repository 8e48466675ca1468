import { Button, Segmented, Table, Tag, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { departmentGroups } from '#http-api/directory-shapes';
import { reorganisationKinds } from '#http-api/reorganisation-shapes';
import { shanghaiDate } from '#calendar/shanghai-time';
import { useAnswer } from '../api/use-answer';
import { DayInput } from '../parts/day-input';
import { EditButton } from '../parts/edit-button';
import { FailedNotice } from '../parts/failed-notice';
import { useKept } from '../parts/use-kept';
import { usePhone } from '../parts/use-phone';
import './departments-and-areas.css';
import { absentWords, asTree, hasEndedOn, isInForceOn, rowOfArea, rowOfDepartment, type PlaceRow } from './place-row';
import { PlaceDialog } from './place-dialog';
import { ReorganisationLine } from './reorganisation-line';
import { ReorganisationList } from './reorganisation-list';
import { ReorganiseDialog } from './reorganise-dialog';
import type { ReorganisationKind } from './reorganise-values';

const kinds: { value: ReorganisationKind; label: string }[] = [
  { value: 'department', label: '承办单位' },
  { value: 'area', label: '区域' },
];

type Open = { readonly what: 'edit' | 'reorganise'; readonly row: PlaceRow | null };

const columnsOf = (open: ((next: Open) => void) | null, day: string): TableColumnsType<PlaceRow> => [
  {
    title: '名称',
    render: (_, row) => (
      <>
        {row.name} {!isInForceOn(row, day) && <Tag>{absentWords(row)}</Tag>}
      </>
    ),
  },
  { title: '编码', width: 150, dataIndex: 'code', responsive: ['md'] },
  { title: '类别', width: 110, responsive: ['md'], render: (_, { group }) => group && departmentGroups[group].label },
  { title: '启用日期', width: 120, dataIndex: 'validFrom', responsive: ['md'] },
  {
    title: '操作',
    width: 130,
    render: (_, row) =>
      open && isInForceOn(row, day) ? (
        <>
          <EditButton edit={() => open({ what: 'edit', row })} />
          <Button size="small" type="link" onClick={() => open({ what: 'reorganise', row })}>
            调整
          </Button>
        </>
      ) : null,
  },
];

/** 单位与区域: both trees, today or as they stood on a day, and how others take the place of one. */
export function DirectoryPage() {
  const [kind, show] = useKept<ReorganisationKind>('directory', 'department');
  const [day, setDay] = useState<string | undefined>();
  const [ended, showEnded] = useState(false);
  const [opened, setOpened] = useState<Open | null>(null);
  const isPhone = usePhone();
  const query = { asOf: day };
  const departments = useAnswer('GET /api/departments', { query }, { enabled: kind === 'department', keep: true });
  const areas = useAnswer('GET /api/areas', { query }, { enabled: kind === 'area', keep: true });
  const asked = kind === 'department' ? departments : areas;
  const all =
    kind === 'department'
      ? (departments.data?.items ?? []).map(rowOfDepartment)
      : (areas.data?.items ?? []).map(rowOfArea);
  const on = day ?? shanghaiDate(new Date());
  const rows = asTree(ended ? all : all.filter((row) => !hasEndedOn(row, on)));
  const { label } = reorganisationKinds[kind];
  const close = (): void => setOpened(null);
  return (
    <div className="page">
      <div className="page-filters">
        <Segmented options={kinds} value={kind} onChange={show} />
        <span className="directory-day">
          <DayInput value={day} onChange={setDay} placeholder="查看某日" />
        </span>
        <Segmented
          options={[
            { value: false, label: '在用' },
            { value: true, label: '含停用' },
          ]}
          value={ended}
          onChange={showEnded}
        />
        <Button type="primary" onClick={() => setOpened({ what: 'edit', row: null })}>
          新增{label}
        </Button>
        <Button onClick={() => setOpened({ what: 'reorganise', row: null })}>机构调整</Button>
      </div>
      <ReorganisationLine />
      {asked.error && <FailedNotice error={asked.error} again={() => void asked.refetch()} />}
      <Table<PlaceRow>
        key={`${kind} ${String(asked.isPending)}`}
        rowKey="key"
        size="small"
        columns={columnsOf(day === undefined ? setOpened : null, on)}
        dataSource={rows}
        loading={asked.isPending}
        pagination={false}
        scroll={isPhone ? undefined : { x: 720 }}
        expandable={{ defaultExpandAllRows: true }}
        locale={{ emptyText: `没有${label}` }}
      />
      <ReorganisationList />
      {opened?.what === 'edit' && <PlaceDialog kind={kind} row={opened.row} close={close} />}
      {opened?.what === 'reorganise' && <ReorganiseDialog kind={kind} row={opened.row} close={close} />}
    </div>
  );
}
