import { useState } from 'react';
import { useAnswer } from '../api/use-answer';
import { PersonInput } from '../parts/person-input';
import { useSettled } from '../parts/use-settled';
import type { UserRow } from './user-row';

interface DeputyInputProps {
  readonly user: UserRow;
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string | undefined) => void;
}

/** Somebody who may stand in for this user: of the same department, or like them of the hotline. */
export function DeputyInput({ user, ...field }: DeputyInputProps) {
  const [typed, find] = useState('');
  const q = useSettled(typed.trim()) || undefined;
  const query = { q, state: 'active', departmentId: user.department?.id, limit: 200 } as const;
  const found = useAnswer('GET /api/users', { query }, { keep: true });
  const colleagues = (found.data?.items ?? []).filter(
    ({ id, department }) => id !== user.id && department?.id === user.department?.id,
  );
  return <PersonInput {...field} people={colleagues} isBusy={found.isFetching} find={find} />;
}
