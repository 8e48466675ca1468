import { LeftOutlined } from '@ant-design/icons';
import { Button, Empty, Spin } from 'antd';
import type { ReactNode } from 'react';
import type { Pages } from '../api/use-pages';
import { Paged } from './paged';
import { useChoice } from './use-choice';
import { usePhone } from './use-phone';

interface WorkbenchProps<Row> {
  readonly pages: Pages<Row>;
  readonly ticketIdOf: (row: Row) => string;
  readonly keyOf: (row: Row) => string;
  readonly filters?: ReactNode;
  readonly empty: string;
  readonly item: (row: Row) => ReactNode;
  /** What chooses a row among many, beside it. */
  readonly pick?: (row: Row) => ReactNode;
  readonly pane: (ticketId: string, next: () => void) => ReactNode;
}

/** A queue on the left, the work on the chosen ticket on the right; on a phone one after the other. */
export function Workbench<Row>({ pages, ticketIdOf, keyOf, filters, empty, item, pick, pane }: WorkbenchProps<Row>) {
  const isPhone = usePhone();
  const choice = useChoice(pages.items.map(ticketIdOf), !isPhone, JSON.stringify(pages.question));
  const isPaneAlone = isPhone && choice.id !== null;
  return (
    <div className="workbench">
      {!isPaneAlone && (
        <section className="workbench-queue" aria-label="待办列表">
          {filters && <div className="workbench-filters">{filters}</div>}
          <div className="workbench-items">
            <Paged pages={pages}>
              {pages.isLoading && <Spin className="loading" />}
              {!pages.isLoading && !pages.error && pages.items.length === 0 && <Empty description={empty} />}
              {pages.items.map((row) => (
                <div key={keyOf(row)} className="workbench-row">
                  {pick?.(row)}
                  <button
                    type="button"
                    className="workbench-item"
                    aria-current={choice.id === ticketIdOf(row)}
                    onClick={() => choice.choose(ticketIdOf(row))}
                  >
                    {item(row)}
                  </button>
                </div>
              ))}
            </Paged>
          </div>
        </section>
      )}
      {(!isPhone || isPaneAlone) && (
        <section className="workbench-pane" aria-label="办理">
          {isPaneAlone && (
            <Button type="link" icon={<LeftOutlined />} onClick={() => choice.choose(null)} className="workbench-back">
              返回列表
            </Button>
          )}
          {choice.id ? pane(choice.id, choice.next) : <Empty description="请从左侧选择工单" className="loading" />}
        </section>
      )}
    </div>
  );
}
