import type { ComponentProps } from 'react';
import { AreaInput } from '../directory/area-input';
import { DepartmentInput } from '../directory/department-input';
import type { ReorganisationKind } from './reorganise-values';

/** Departments or areas, as a reorganisation is of either. */
export const KindInput = ({ kind, ...field }: ComponentProps<typeof AreaInput> & { kind: ReorganisationKind }) =>
  kind === 'department' ? <DepartmentInput {...field} /> : <AreaInput {...field} />;
