import { useState } from 'react';
import { useAnswer } from '../api/use-answer';
import { PersonInput } from '../parts/person-input';
import { useSettled } from '../parts/use-settled';

interface ColleagueInputProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string | undefined) => void;
}

/** Somebody of the own department, or like oneself of the hotline. */
export function ColleagueInput(field: ColleagueInputProps) {
  const [typed, find] = useState('');
  const q = useSettled(typed.trim()) || undefined;
  const found = useAnswer('GET /api/colleagues', { query: { q, limit: 200 } }, { keep: true });
  return <PersonInput {...field} people={found.data?.items ?? []} isBusy={found.isFetching} find={find} />;
}
