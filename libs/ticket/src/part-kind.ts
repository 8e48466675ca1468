import type { Assignment } from './ticket';

/** As what a department is at a ticket; one that it was handed on to is a unit below, whatever its role. */
export const partKinds = {
  lead: { label: '主办' },
  'co-handler': { label: '协办' },
  unit: { label: '下级' },
} as const;

type PartKind = keyof typeof partKinds;
type Placed = Pick<Assignment, 'role' | 'parentId'>;

export const partKindOf = ({ role, parentId }: Placed): PartKind => (parentId ? 'unit' : role);

export const partWords = (part: Placed): string => partKinds[partKindOf(part)].label;
