import { Descriptions } from 'antd';
import type { ReactNode } from 'react';

/** What is known of something, label by label; what says nothing is left out. */
export type FactRow = readonly [label: string, value: ReactNode];

export const Facts = ({ rows }: { rows: readonly FactRow[] }) => (
  <Descriptions
    size="small"
    column={1}
    items={rows
      .filter(([, value]) => Boolean(value))
      .map(([label, value]) => ({
        key: label,
        label,
        children: typeof value === 'string' ? <span className="fact-text">{value}</span> : value,
      }))}
  />
);
