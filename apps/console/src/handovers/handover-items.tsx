import { Alert, Button, Input, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { handoverGroups, handoverKinds, type HandoverGroup } from '#ticket/duty';
import { problemWords } from '../api/problem-words';
import { useWrite } from '../api/use-write';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { DecideButton } from '../parts/decide-button';
import { instant } from '../words/instant';
import { CutKinds } from './cut-kinds';
import type { Handover } from './handover-page';

type Item = Handover['content']['items'][number];
type Notes = Readonly<Record<string, string>>;

const groups = Object.keys(handoverGroups) as HandoverGroup[];
const shown = (iso: string | null): string => (iso === null ? '—' : instant(iso));

/** The list in its groups, with a note beside each item and one of the whole. */
export function HandoverItems({ handover }: { handover: Handover }) {
  const { id, version, state, content } = handover;
  const notes = useNotes(handover);
  const { roles } = useUser();
  const isWritten = state === 'open' && mayCall('PUT /api/handovers/:id/notes', roles);
  const columns = columnsFor(isWritten ? notes : null);
  return (
    <>
      <CutKinds content={content} />
      {groups.map((group) => (
        <Group key={group} group={group} items={content.items} columns={columns} />
      ))}
      <h3>整班备注</h3>
      {isWritten ? (
        <Input.TextArea
          aria-label="整班备注"
          autoSize={{ minRows: 2 }}
          maxLength={2_000}
          value={notes.whole}
          onChange={({ target }) => notes.writeWhole(target.value)}
        />
      ) : (
        <p className="matter-text">{content.note ?? '无'}</p>
      )}
      {isWritten && (
        <div className="handover-tools">
          {notes.error && <Alert type="error" showIcon title={problemWords(notes.error)} />}
          <Button disabled={!notes.isChanged} loading={notes.isBusy} onClick={() => notes.save(version)}>
            保存备注
          </Button>
          {notes.isChanged ? (
            <span className="quiet">备注尚未保存，保存后才能交班。</span>
          ) : (
            <DecideButton
              route="POST /api/handovers/:id/hand-over"
              id={id}
              label="交班"
              reads="GET /api/handovers/:id"
              isMain
            />
          )}
        </div>
      )}
    </>
  );
}

interface GroupProps {
  readonly group: HandoverGroup;
  readonly items: readonly Item[];
  readonly columns: TableColumnsType<Item>;
}

function Group({ group, items, columns }: GroupProps) {
  const own = items.filter((item) => item.group === group);
  return (
    <section aria-label={handoverGroups[group].label}>
      <h3>
        {handoverGroups[group].label}
        <span className="quiet">　{own.length}项</span>
      </h3>
      {own.length > 0 && (
        <Table<Item>
          rowKey="key"
          size="small"
          columns={columns}
          dataSource={own}
          pagination={own.length > 20 ? { pageSize: 20, showSizeChanger: false } : false}
          scroll={{ x: 960 }}
        />
      )}
    </section>
  );
}

const columnsFor = (notes: ReturnType<typeof useNotes> | null): TableColumnsType<Item> => [
  { title: '类别', width: 100, render: (_, { kind }) => handoverKinds[kind].label },
  {
    title: '工单号',
    width: 160,
    render: (_, { ticket }) => (ticket ? <Link to={`/tickets/${ticket.id}`}>{ticket.number}</Link> : '—'),
  },
  {
    title: '事项',
    render: (_, { title, carriedFrom }) => (
      <>
        {title}
        {carriedFrom && <div className="quiet">{carriedFrom}起续办</div>}
      </>
    ),
  },
  { title: '责任人', width: 130, ellipsis: true, render: (_, { holder }) => holder ?? '—' },
  { title: '时限', width: 105, render: (_, { dueAt }) => shown(dueAt) },
  { title: '最近联系', width: 105, render: (_, { lastContactAt }) => shown(lastContactAt) },
  {
    title: '备注',
    width: 220,
    render: (_, { key, note, title }) =>
      notes ? (
        <Input
          aria-label={`备注：${title}`}
          maxLength={500}
          value={notes.items[key] ?? ''}
          onChange={({ target }) => notes.write(key, target.value)}
        />
      ) : (
        (note ?? '—')
      ),
  },
];

/** Notes as they are being written. */
function useNotes({ id, content }: Handover) {
  const saved: Notes = Object.fromEntries(content.items.map(({ key, note }) => [key, note ?? '']));
  const [items, setItems] = useState(saved);
  const [whole, writeWhole] = useState(content.note ?? '');
  const [isChanged, setChanged] = useState(false);
  const { mutate, isPending, error } = useWrite('PUT /api/handovers/:id/notes');
  const save = (version: number): void => {
    const noted = Object.entries(items).map(([key, note]) => ({ key, note }));
    mutate({ params: { id }, version, body: { note: whole, items: noted } });
  };
  const write = (key: string, note: string): void => {
    setItems((before) => ({ ...before, [key]: note }));
    setChanged(true);
  };
  return {
    items,
    whole,
    isChanged,
    isBusy: isPending,
    error,
    save,
    write,
    writeWhole: (note: string) => {
      writeWhole(note);
      setChanged(true);
    },
  };
}
