import type { RouteRequest } from '#http-api/routes';
import type { departmentGroups } from '#http-api/directory-shapes';

export type ReorganiseBody = NonNullable<RouteRequest<'POST /api/reorganisations'>['body']>;
export type ReorganisationKind = ReorganiseBody['kind'];

export interface HeirValues {
  /** One that there is, or a new one. */
  readonly way: 'known' | 'founded';
  readonly id?: string;
  readonly code?: string;
  readonly name?: string;
  readonly parentId?: string | null;
  readonly group?: keyof typeof departmentGroups;
  readonly categoryCodes?: string[];
  readonly areaCodes?: string[];
}

export interface ReorganiseValues {
  readonly from: string[];
  readonly heirs: HeirValues[];
  readonly reason: string;
}

export const bodyOfReorganisation = (
  kind: ReorganisationKind,
  { from, heirs, reason }: ReorganiseValues,
): ReorganiseBody => ({
  kind,
  from,
  reason,
  heirs: heirs.map(({ way, id, code = '', name = '', parentId, group, categoryCodes = [], areaCodes = [] }) => ({
    ...(way === 'known' ? { id } : { founded: { code, name, parentId: parentId ?? null, group } }),
    categoryCodes,
    areaCodes,
  })),
});
