import { Drawer } from 'antd';
import { usePages } from '../api/use-pages';
import { TicketCards } from '../parts/ticket-cards';
import type { Figure, ReportQuery } from './report-query';

interface FigureDrawerProps {
  readonly query: ReportQuery;
  readonly figure: Figure | null;
  close(): void;
}

const partWords: Record<Figure['part'], string> = { numerator: '', denominator: '（分母）', missed: '（失分）' };

/** The tickets behind one figure. */
export const FigureDrawer = ({ query, figure, close }: FigureDrawerProps) => (
  <Drawer
    open={figure !== null}
    onClose={close}
    size={460}
    destroyOnHidden
    title={figure && `${figure.title}${partWords[figure.part]}：工单明细`}
  >
    {figure && <TicketsBehind query={query} figure={figure} />}
  </Drawer>
);

function TicketsBehind({ query, figure }: { query: ReportQuery; figure: Figure }) {
  const { report: name, row, column, part } = figure;
  const pages = usePages('GET /api/reports/:name/tickets', {
    params: { name },
    query: { ...query, row, column, part },
  });
  return <TicketCards pages={pages} />;
}
