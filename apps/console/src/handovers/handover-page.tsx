import { Button, Descriptions } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import type { RouteAnswer } from '#http-api/routes';
import { useAnswer } from '../api/use-answer';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { DecideButton } from '../parts/decide-button';
import { DocumentLinks } from '../parts/document-links';
import { Loaded } from '../parts/loaded';
import { fullInstant } from '../words/instant';
import { AddCorrection } from './add-correction';
import { HandoverItems } from './handover-items';
import { HandoverTag } from './handover-table';
import './handovers.css';

export type Handover = RouteAnswer<'GET /api/handovers/:id'>;

/** One hand-over: the list, its notes, and who took it over. */
export function HandoverPage() {
  const { id = '' } = useParams();
  const handover = useAnswer('GET /api/handovers/:id', { params: { id } });
  return (
    <div className="page">
      <Link to="/handovers">返回交接班记录</Link>
      <Loaded of={handover}>
        {(found) => (
          <>
            <Head handover={found} />
            <HandoverItems key={found.version} handover={found} />
            <Later handover={found} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function Head({ handover }: { handover: Handover }) {
  const { id, content, state, openedBy, handedOverBy, handedOverAt, acceptedBy, acceptedAt, sha256 } = handover;
  const told = (person: { name: string } | null, at: string | null) =>
    person && at ? `${person.name}　${fullInstant(at)}` : '—';
  const facts = [
    { label: '统计时刻', children: fullInstant(content.asOf) },
    { label: '下一班', children: `${content.next.day} ${content.next.name}` },
    { label: '发起', children: openedBy.name },
    { label: '交班', children: told(handedOverBy, handedOverAt) },
    { label: '接班', children: told(acceptedBy, acceptedAt) },
    { label: '校验值', children: sha256 ? <code title={sha256}>{sha256.slice(0, 16)}…</code> : '接班后生成' },
  ].map((fact) => ({ ...fact, key: fact.label }));
  return (
    <>
      <div className="handover-head">
        <h2>
          {content.shift.day} {content.shift.name} <HandoverTag state={state} />
        </h2>
        {state === 'handed-over' && (
          <DecideButton
            route="POST /api/handovers/:id/accept"
            id={id}
            label="接班"
            reads="GET /api/handovers/:id"
            isMain
          />
        )}
        <DocumentLinks address={`/api/handovers/${id}/document`} />
      </div>
      <Descriptions size="small" bordered column={{ xs: 1, md: 3 }} items={facts} />
    </>
  );
}

/** What has ended since the last hand-over, and what was corrected after this one. */
function Later({ handover }: { handover: Handover }) {
  const { roles } = useUser();
  const [isCorrecting, setCorrecting] = useState(false);
  const { content, corrections, state, id } = handover;
  return (
    <>
      <Lines title="上一班移交、现已了结" lines={content.ended.map(({ key, title }) => [key, title])} />
      <Lines
        title="接班后更正"
        lines={corrections.map((each) => [each.id, `${fullInstant(each.at)} ${each.by.name}：${each.text}`])}
      />
      {state === 'accepted' && mayCall('POST /api/handovers/:id/corrections', roles) && (
        <Button className="handover-correct" onClick={() => setCorrecting(true)}>
          添加更正
        </Button>
      )}
      {isCorrecting && <AddCorrection id={id} items={content.items} close={() => setCorrecting(false)} />}
    </>
  );
}

const Lines = ({ title, lines }: { title: string; lines: [key: string, text: string][] }) =>
  lines.length > 0 && (
    <section>
      <h3>{title}</h3>
      <ul className="handover-lines">
        {lines.map(([key, text]) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
    </section>
  );
