import { Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import type { DeskRow } from './many-parts';

interface ChosenParts {
  readonly rows: readonly DeskRow[];
  readonly all: ReactNode;
  pick(row: DeskRow): ReactNode;
  clear(): void;
}

/** Which rows of the desk are ticked; what has left the list is ticked no more. */
export function useChosenParts(listed: readonly DeskRow[]): ChosenParts {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const rows = listed.filter(({ id }) => ids.has(id));
  const turn = (turned: readonly DeskRow[], isChosen: boolean): void => {
    const next = new Set(rows.map(({ id }) => id));
    for (const { id } of turned)
      if (isChosen) next.add(id);
      else next.delete(id);
    setIds(next);
  };
  return {
    rows,
    all: (
      <Checkbox
        checked={rows.length > 0 && rows.length === listed.length}
        indeterminate={rows.length > 0 && rows.length < listed.length}
        onChange={({ target }) => turn(listed, target.checked)}
      >
        全选
      </Checkbox>
    ),
    pick: (row) => (
      <Checkbox
        aria-label={`选择${row.ticket.number}`}
        checked={ids.has(row.id)}
        onChange={({ target }) => turn([row], target.checked)}
      />
    ),
    clear: () => setIds(new Set()),
  };
}
