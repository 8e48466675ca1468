import { DepartmentInput } from '../directory/department-input';
import type { MoveTarget } from './move-target';
import { SuggestedDepartments } from './suggested-departments';

interface LeadInputProps {
  readonly id?: string;
  readonly target: MoveTarget;
  readonly value?: string;
  readonly onChange?: (value: unknown) => void;
}

/** The department that shall handle it, with what the catalogue suggests one click away. */
export const LeadInput = ({ target, ...field }: LeadInputProps) => (
  <>
    <DepartmentInput {...field} />
    <SuggestedDepartments ticket={target.ticket} chosen={field.value} choose={(id) => field.onChange?.(id)} />
  </>
);
