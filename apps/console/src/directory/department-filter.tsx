import { DepartmentInput } from './department-input';

interface DepartmentFilterProps {
  readonly value: string | undefined;
  readonly seek: (departmentId: string | undefined) => void;
}

/** Narrows a list to one department. */
export const DepartmentFilter = ({ value, seek }: DepartmentFilterProps) => (
  <span className="department-filter">
    <DepartmentInput
      placeholder="承办单位"
      value={value}
      onChange={(departmentId) => seek(departmentId as string | undefined)}
    />
  </span>
);
