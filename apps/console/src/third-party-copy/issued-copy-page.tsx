import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link, useParams } from 'react-router-dom';
import type { RouteAnswer } from '#http-api/routes';
import { ticketTypes } from '#ticket/ticket-type';
import { useAnswer } from '../api/use-answer';
import { Loaded } from '../parts/loaded';
import { fullInstant } from '../words/instant';
import './third-party-copy.css';

type Printed = RouteAnswer<'GET /api/tickets/:id/third-party-copies/:copyId'>['printed'];

/** A copy as it leaves the house, on A4. */
export function IssuedCopyPage() {
  const { id = '', copyId = '' } = useParams();
  const copy = useAnswer('GET /api/tickets/:id/third-party-copies/:copyId', { params: { id, copyId } });
  return (
    <div className="third-party-copy">
      <div className="copy-tools">
        <Link to={`/tickets/${id}`}>返回工单详情</Link>
        <Button type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
          打印
        </Button>
      </div>
      <Loaded of={copy}>{({ printed }) => <Paper printed={printed} />}</Loaded>
    </div>
  );
}

/** The foot stands on each page that is printed. */
function Paper({ printed }: { printed: Printed }) {
  const facts = [
    ['工单号', printed.ticketNumber],
    ['类型', ticketTypes[printed.type].label],
    ['事项分类', printed.category],
    ['区域', printed.area],
    ['登记日期', printed.registeredOn],
    ['地点', printed.place],
  ].filter(([, said]) => said);
  return (
    <article className="paper">
      <div className="paper-body">
        <h2>{printed.title}</h2>
        <dl className="paper-facts">
          {facts.map(([label, said]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{said}</dd>
            </div>
          ))}
        </dl>
        <PaperText label="诉求内容" text={printed.content} />
        <PaperText label="公开答复" text={printed.reply} />
      </div>
      <footer className="paper-foot">
        <strong>第三方副本　不含诉求人信息</strong>
        <span>副本编号 {printed.number}</span>
        <span>
          出具人 {printed.issuedBy}　{fullInstant(printed.issuedAt)}
        </span>
      </footer>
    </article>
  );
}

const PaperText = ({ label, text }: { label: string; text: string | null }) =>
  text && (
    <section>
      <h3>{label}</h3>
      <p className="matter-text">{text}</p>
    </section>
  );
