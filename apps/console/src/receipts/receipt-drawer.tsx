import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button, Drawer, Space } from 'antd';
import type { RouteAnswer } from '#http-api/routes';
import { useAnswer } from '../api/use-answer';
import type { TicketView } from '../moves/move-target';
import { Loaded } from '../parts/loaded';
import { saveFile } from '../parts/save-file';
import './receipts.css';

type Receipt = RouteAnswer<'GET /api/clocks/:id/receipt'>;

interface ReceiptDrawerProps {
  /** Null while none is chosen. */
  readonly clock: TicketView['clocks'][number] | null;
  readonly ticketNumber: string;
  close(): void;
}

/** 计时依据: how a due time came about, to be read, printed and checked. */
export const ReceiptDrawer = ({ clock, ticketNumber, close }: ReceiptDrawerProps) => (
  <Drawer
    open={clock !== null}
    onClose={close}
    size={560}
    destroyOnHidden
    rootClassName="receipt-drawer"
    title={clock && `计时依据　${clock.label}`}
  >
    {clock && <Shown clockId={clock.id} ticketNumber={ticketNumber} />}
  </Drawer>
);

function Shown({ clockId, ticketNumber }: { clockId: string; ticketNumber: string }) {
  const receipt = useAnswer('GET /api/clocks/:id/receipt', { params: { id: clockId } });
  return (
    <Loaded of={receipt}>
      {(found) => (
        <>
          <Space className="receipt-tools">
            <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
              打印
            </Button>
            <Button icon={<DownloadOutlined />} onClick={() => saveJson(found, ticketNumber)}>
              下载 JSON
            </Button>
          </Space>
          <p className="quiet">
            工单 <span className="number">{ticketNumber}</span>
          </p>
          <ol className="receipt-lines" aria-label="计时依据">
            {found.lines.map((line, index) => (
              <li key={index} className={isDay(line) ? 'receipt-day' : undefined}>
                {line.trim()}
              </li>
            ))}
          </ol>
        </>
      )}
    </Loaded>
  );
}

/** The server sets the counting of single days in by a wide space. */
const isDay = (line: string): boolean => line.startsWith('　');

/** What the same due time can be counted again from. */
const saveJson = (receipt: Receipt, ticketNumber: string): void =>
  saveFile(
    `计时依据-${ticketNumber}-${receipt.label}.json`,
    new Blob([JSON.stringify(receipt, null, 2)], { type: 'application/json' }),
  );
