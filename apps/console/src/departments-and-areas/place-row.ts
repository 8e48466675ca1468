import type { ListItem } from '#http-api/list-route';
import { type departmentGroups } from '#http-api/directory-shapes';
import type { ReorganisationKind } from './reorganise-values';

type Department = ListItem<'GET /api/departments'>;
type Area = ListItem<'GET /api/areas'>;

/** A department or an area, as the tree shows either. */
export interface PlaceRow {
  readonly kind: ReorganisationKind;
  /** A department's id, an area's code. */
  readonly key: string;
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
  readonly group: keyof typeof departmentGroups | null;
  readonly signsOff: Department['signsOff'];
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly heirs: readonly { readonly name: string }[];
  readonly children?: PlaceRow[];
}

export const rowOfDepartment = ({ id, parentId, ...rest }: Department): PlaceRow => ({
  ...rest,
  kind: 'department',
  key: id,
  parent: parentId,
});

export const rowOfArea = ({ parentCode, ...rest }: Area): PlaceRow => ({
  ...rest,
  kind: 'area',
  key: rest.code,
  parent: parentCode,
  group: null,
  signsOff: [],
});

/** As a tree; what stands below one that is not shown stands at the top. */
export function asTree(rows: readonly PlaceRow[]): PlaceRow[] {
  const known = new Set(rows.map(({ key }) => key));
  const below = (parent: string | null): PlaceRow[] =>
    rows
      .filter((row) => (row.parent !== null && known.has(row.parent) ? row.parent : null) === parent)
      .map((row) => {
        const children = below(row.key);
        return children.length > 0 ? { ...row, children } : row;
      });
  return below(null);
}

/** Whether it was there on a day. */
export const isInForceOn = ({ validFrom, validTo }: PlaceRow, day: string): boolean =>
  validFrom <= day && (validTo === null || day < validTo);

/** Whether it is over on a day. */
export const hasEndedOn = ({ validTo }: PlaceRow, day: string): boolean => validTo !== null && validTo <= day;

/** Why it is not there: what became of one that is no more, or when one begins. */
export function absentWords({ validFrom, validTo, heirs }: PlaceRow): string {
  if (validTo === null) return `${validFrom} 起启用`;
  return heirs.length > 0 ? `${validTo} 起由${heirs.map(({ name }) => name).join('、')}承继` : `${validTo} 起停用`;
}
