import { Modal } from 'antd';
import type { ReactNode } from 'react';

interface DialogProps {
  readonly title: string;
  /** In pixels; a phone takes its whole width. */
  readonly width?: number;
  /** Without it only what stands in the dialog closes it. */
  readonly close?: () => void;
  readonly children: ReactNode;
}

/** A dialog while it is rendered; a click beside it closes nothing that is half typed. */
export const Dialog = ({ title, width = 480, close, children }: DialogProps) => (
  <Modal
    open
    onCancel={close}
    closable={close !== undefined}
    keyboard={close !== undefined}
    mask={{ closable: false }}
    footer={null}
    width={width}
    title={title}
  >
    {children}
  </Modal>
);
