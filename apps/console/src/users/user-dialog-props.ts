import type { UserRow } from './user-row';

/** What a dialog about one user is given. */
export interface UserDialogProps {
  readonly title: string;
  readonly user: UserRow;
  close(): void;
}
