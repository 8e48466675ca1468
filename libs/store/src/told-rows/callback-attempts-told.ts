import type { CallbackOutcome } from '#ticket/callback-outcome';
import { attemptRow } from '../ticket-rows';
import type { RowsTold } from './told-row';

/** Attempts to reach the citizen. */
export const callbackAttemptsTold: RowsTold = (steps) =>
  steps.flatMap(({ line, before: { id, round } }) => {
    if (line.name !== 'callbackAttempt') return [];
    const { seq, data, actor: by, at } = line;
    const row = attemptRow(id, { id, round, outcome: data.outcome as CallbackOutcome, by, at });
    return [{ seq, columns: { ...row, id: undefined, appointment_at: data.appointmentAt ?? null } }];
  });
