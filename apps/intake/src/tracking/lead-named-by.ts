import type { TrackedLine } from './tracked-line';

/** The department that this line put in charge (主办); null when it put none. */
export function leadNamedBy({ data }: Pick<TrackedLine, 'data'>): string | null {
  const assigned = (data['assigned'] ?? []) as readonly { readonly departmentId: string; readonly role: string }[];
  return assigned.find(({ role }) => role === 'lead')?.departmentId ?? null;
}
