import { useMemo } from 'react';
import { withBelow, withPast } from '../directory/below';
import { useDepartments } from '../directory/use-directory';
import { useUser } from '../identity/session';
import { availableMoves, type AvailableMove } from './available-moves';
import type { TicketView } from './move-target';

export function useAvailableMoves(ticket: TicketView): AvailableMove[] {
  const user = useUser();
  const departments = useDepartments();
  return useMemo(
    () => availableMoves(ticket, user, withPast(departments, user.departmentId), (id) => withBelow(departments, id)),
    [ticket, user, departments],
  );
}
