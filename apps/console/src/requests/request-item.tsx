import type { ReactNode } from 'react';
import { instant } from '../words/instant';

interface RequestItemProps {
  readonly row: {
    readonly title: string;
    readonly number: string;
    readonly department: { readonly name: string };
    readonly askedAt: string;
    readonly decidedAt: string | null;
  };
  readonly tags?: ReactNode;
  /** What it asks for, in a word. */
  readonly what: string;
}

/** One request in a queue: of which ticket, whose, and what for. */
export const RequestItem = ({ row, tags, what }: RequestItemProps) => (
  <div className="item">
    <div className="item-top">
      <span className="item-title">{row.title}</span>
    </div>
    <div className="item-line">
      <span className="number">{row.number}</span>
      <strong>{row.department.name}</strong>
      {tags}
    </div>
    <div className="item-line">
      <span>{what}</span>
      <span className="item-end quiet">{instant(row.decidedAt ?? row.askedAt)}</span>
    </div>
  </div>
);
