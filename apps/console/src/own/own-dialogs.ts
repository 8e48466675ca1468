import type { ComponentType } from 'react';
import { OtherDevicesDialog } from './other-devices-dialog';
import { OwnAbsenceDialog } from './own-absence-dialog';
import { OwnPasswordDialog } from './own-password-dialog';

export interface OwnDialogProps {
  readonly title: string;
  close(): void;
}

interface OwnDialog {
  readonly label: string;
  readonly Dialog: ComponentType<OwnDialogProps>;
}

/** What people do about themselves, from the menu under their name. */
export const ownDialogs = {
  password: { label: '修改密码', Dialog: OwnPasswordDialog },
  absence: { label: '我不在岗', Dialog: OwnAbsenceDialog },
  devices: { label: '退出其他设备', Dialog: OtherDevicesDialog },
} as const satisfies Record<string, OwnDialog>;

export type OwnDialogName = keyof typeof ownDialogs;
