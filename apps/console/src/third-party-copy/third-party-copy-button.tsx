import { FileProtectOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useNavigate } from 'react-router-dom';
import { useUser } from '../identity/session';
import type { TicketView } from '../moves/move-target';
import { mayCopy } from './may-copy';

/** The way to a copy for somebody outside, for those who may issue one. */
export function ThirdPartyCopyButton({ ticket }: { ticket: TicketView }) {
  const user = useUser();
  const navigate = useNavigate();
  if (!mayCopy(ticket, user)) return null;
  return (
    <Button size="small" icon={<FileProtectOutlined />} onClick={() => void navigate('third-party-copy')}>
      第三方副本
    </Button>
  );
}
