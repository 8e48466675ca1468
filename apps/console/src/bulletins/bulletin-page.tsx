import { FileExcelOutlined } from '@ant-design/icons';
import { Button, Card, Space, Tag } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { bulletinStates } from '#http-api/bulletin-shapes';
import type { RouteAnswer } from '#http-api/routes';
import { useAnswer } from '../api/use-answer';
import { DocumentLinks } from '../parts/document-links';
import { Loaded } from '../parts/loaded';
import { FigureDrawer } from '../report/figure-drawer';
import type { Figure } from '../report/report-query';
import { fullInstant } from '../words/instant';
import { BulletinTable } from './bulletin-table';
import { Corrections } from './corrections';
import { SignBulletin } from './sign-bulletin';
import '../report/report.css';
import './bulletins.css';

export type Bulletin = RouteAnswer<'GET /api/bulletins/:id'>;

/** A bulletin with its tables; every figure that comes from a report opens its tickets. */
export function BulletinPage() {
  const { id = '' } = useParams();
  const bulletin = useAnswer('GET /api/bulletins/:id', { params: { id } });
  return <Loaded of={bulletin}>{(found) => <Whole bulletin={found} />}</Loaded>;
}

function Whole({ bulletin }: { bulletin: Bulletin }) {
  const [figure, show] = useState<(Figure & { readonly by: Bulletin['sections'][number]['source'] }) | null>(null);
  const { from, to, asOf, sections } = bulletin;
  return (
    <div className="page bulletin">
      <Head bulletin={bulletin} />
      {sections.map((section) => (
        <Card
          key={section.name}
          size="small"
          title={section.title}
          extra={<span className="quiet">{section.note}</span>}
        >
          <BulletinTable
            section={section}
            show={(each) => section.source && show({ ...each, report: section.source.report, by: section.source })}
          />
        </Card>
      ))}
      {bulletin.state === 'signed' && <Corrections id={bulletin.id} />}
      <FigureDrawer query={{ from, to, asOf, by: figure?.by?.by }} figure={figure} close={() => show(null)} />
    </div>
  );
}

const Head = ({ bulletin }: { bulletin: Bulletin }) => {
  const { id, title, state, from, to, asOf, signed } = bulletin;
  const address = `/api/bulletins/${id}/document`;
  return (
    <Card
      title={
        <>
          {title} <Tag color={state === 'signed' ? 'green' : 'default'}>{bulletinStates[state].label}</Tag>
        </>
      }
      extra={
        <Space>
          <DocumentLinks address={address} />
          <Button size="small" icon={<FileExcelOutlined />} href={`${address}?format=xlsx`} download>
            Excel
          </Button>
          {state === 'draft' && <SignBulletin bulletin={bulletin} />}
        </Space>
      }
    >
      统计周期 {from === to ? from : `${from} 至 ${to}`}　统计截止时间 {fullInstant(asOf)}
      {signed && (
        <>
          　签发 {signed.by.name} {fullInstant(signed.at)}
        </>
      )}
    </Card>
  );
};
