import type { ComponentType } from 'react';
import type { Route } from '#http-api/routes';
import { OtherDevicesDialog } from './other-devices-dialog';
import { OwnAbsenceDialog } from './own-absence-dialog';
import { OwnExtensionDialog } from './own-extension-dialog';
import { OwnPasswordDialog } from './own-password-dialog';

export interface OwnDialogProps {
  readonly title: string;
  close(): void;
}

interface OwnDialog {
  readonly label: string;
  /** Offered to whoever may call it. */
  readonly needs?: Route;
  readonly Dialog: ComponentType<OwnDialogProps>;
}

/** What people do about themselves, from the menu under their name. */
export const ownDialogs = {
  password: { label: '修改密码', Dialog: OwnPasswordDialog },
  absence: { label: '我不在岗', Dialog: OwnAbsenceDialog },
  extension: { label: '我的分机', Dialog: OwnExtensionDialog, needs: 'PUT /api/session/extension' },
  devices: { label: '退出其他设备', Dialog: OtherDevicesDialog },
} as const satisfies Record<string, OwnDialog>;

export type OwnDialogName = keyof typeof ownDialogs;
export const ownDialog = (name: OwnDialogName): OwnDialog => ownDialogs[name];
