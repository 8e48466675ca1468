import type { ComponentType } from 'react';
import { adminActions } from '#ticket/admin-event';
import { DisableUser } from './disable-user';
import { EditUser } from './edit-user';
import { EnableUser, EndSessions, UnlockUser } from './plain-actions';
import { ResetPassword } from './reset-password';
import { UserAbsence } from './user-absence';
import type { UserDialogProps } from './user-dialog-props';
import type { UserRow } from './user-row';

/** Something that is done to one user, in a dialog of its own. */
interface UserAction {
  /** As the log calls it. */
  readonly label: string;
  readonly isDangerous?: boolean;
  /** @param ownId whose screen it is */
  readonly isOffered: (user: UserRow, ownId: string) => boolean;
  readonly Dialog: ComponentType<UserDialogProps>;
}

const always = (): boolean => true;
/** Whoever does it to themselves is signed out by it, before they have read the new password. */
const isAnother = ({ id }: UserRow, ownId: string): boolean => id !== ownId;

const rows = {
  edit: { label: adminActions.edit.label, isOffered: always, Dialog: EditUser },
  unlock: {
    label: adminActions.unlock.label,
    isOffered: ({ blockedUntil }) => blockedUntil !== null,
    Dialog: UnlockUser,
  },
  resetPassword: { label: adminActions['reset-password'].label, isOffered: isAnother, Dialog: ResetPassword },
  absence: { label: '不在岗', isOffered: ({ state }) => state === 'active', Dialog: UserAbsence },
  endSessions: {
    label: adminActions['end-sessions'].label,
    isOffered: (user, ownId) => user.state === 'active' && isAnother(user, ownId),
    Dialog: EndSessions,
  },
  enable: { label: adminActions.enable.label, isOffered: ({ state }) => state === 'disabled', Dialog: EnableUser },
  disable: {
    label: adminActions.disable.label,
    isDangerous: true,
    isOffered: (user, ownId) => user.state === 'active' && isAnother(user, ownId),
    Dialog: DisableUser,
  },
} satisfies Record<string, UserAction>;

export type UserActionName = keyof typeof rows;
/** In the order in which they are mostly wanted. */
export const userActions: Readonly<Record<UserActionName, UserAction>> = rows;
