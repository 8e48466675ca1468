import type { Labelled } from '../words/options';
import type { UserState } from './user-row';

export const userStates = {
  active: { label: '在用' },
  disabled: { label: '停用' },
} as const satisfies Record<UserState, Labelled[string]>;
