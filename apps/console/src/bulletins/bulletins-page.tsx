import { Button, Form, Segmented, Tag, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { shanghaiDate } from '#calendar/shanghai-time';
import { bulletinKinds, bulletinStates, type BulletinKind } from '#http-api/bulletin-shapes';
import type { ListItem } from '#http-api/list-route';
import { usePages } from '../api/use-pages';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { DayInput } from '../parts/day-input';
import { Dialog } from '../parts/dialog';
import { PagedTable } from '../parts/paged-table';
import { required } from '../parts/required';
import { useKept } from '../parts/use-kept';
import { WriteForm } from '../parts/write-form';
import { fullInstant } from '../words/instant';

type Bulletin = ListItem<'GET /api/bulletins'>;

const kinds = Object.entries(bulletinKinds).map(([value, { label }]) => ({ value: value as BulletinKind, label }));

const columns: TableColumnsType<Bulletin> = [
  { title: '标题', render: (_, { id, title }) => <Link to={`/bulletins/${id}`}>{title}</Link> },
  { title: '统计周期', width: 220, render: (_, { from, to }) => (from === to ? from : `${from} 至 ${to}`) },
  { title: '统计截止时间', width: 180, render: (_, { asOf }) => fullInstant(asOf) },
  {
    title: '状态',
    width: 90,
    render: (_, { state }) => <Tag color={state === 'signed' ? 'green' : 'default'}>{bulletinStates[state].label}</Tag>,
  },
];

/** 日报、周报、通报、呈阅件: what was made of each period, the newest first. */
export function BulletinsPage() {
  const { roles } = useUser();
  const [kind, choose] = useKept<BulletinKind>('bulletins', 'monthly');
  const [isMaking, setMaking] = useState(false);
  const pages = usePages('GET /api/bulletins', { query: { kind } });
  return (
    <div className="page">
      <div className="page-filters">
        {mayCall('POST /api/bulletins', roles) && (
          <Button type="primary" onClick={() => setMaking(true)}>
            生成{bulletinKinds[kind].label}
          </Button>
        )}
        <Segmented<BulletinKind> options={kinds} value={kind} onChange={choose} />
        <span className="quiet">
          日报每天8点生成，周报每周一、通报每月1日生成；签发后数字不再变动，以后的变化列为更正。
        </span>
      </div>
      <PagedTable<Bulletin> columns={columns} pages={pages} widthPx={760} empty="还没有生成" />
      {isMaking && <Make kind={kind} close={() => setMaking(false)} />}
    </div>
  );
}

function Make({ kind, close }: { kind: BulletinKind; close(): void }) {
  const navigate = useNavigate();
  const { label } = bulletinKinds[kind];
  return (
    <Dialog title={`生成${label}`} close={close}>
      <WriteForm
        route="POST /api/bulletins"
        label="生成"
        initial={{ on: shanghaiDate(new Date()) }}
        requestOf={({ on }) => ({ body: { kind, on: String(on) } })}
        onDone={({ id }) => void navigate(`/bulletins/${id}`)}
      >
        <Form.Item
          name="on"
          label="其中任一天"
          extra={`这一天所在的${label}周期；还没签发的会按现在的数字重新生成。`}
          rules={required}
        >
          <DayInput />
        </Form.Item>
      </WriteForm>
    </Dialog>
  );
}
