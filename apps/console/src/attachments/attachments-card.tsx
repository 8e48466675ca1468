import { Alert, Card, Image } from 'antd';
import { roles } from '#ticket/role';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import type { TicketView } from '../moves/move-target';
import { AttachmentItem } from './attachment-item';
import { UploadZone } from './upload-zone';
import './attachments.css';

/** 附件: what belongs to the ticket, and the way to add more. */
export function AttachmentsCard({ ticket }: { ticket: TicketView }) {
  const { attachments, attachmentsWithheld } = ticket;
  const user = useUser();
  const seesAll = user.roles.some((role) => roles[role].scope === 'all');
  const mayAdd = mayCall('POST /api/tickets/:id/attachments', user.roles) && ticket.archivedAt === null;
  const title = attachments.length > 0 ? `附件（${attachments.length}）` : '附件';
  return (
    <Card size="small" title={title} className="attachments">
      {attachmentsWithheld > 0 && (
        <Alert
          type="info"
          showIcon
          title={`另有${attachmentsWithheld}个诉求人提供的附件，因保密未提供给承办单位；需要时请联系热线。`}
        />
      )}
      {attachments.length === 0 && attachmentsWithheld === 0 && <p className="quiet attachments-none">还没有附件</p>}
      <Image.PreviewGroup>
        {attachments.map((file) => (
          <AttachmentItem key={file.id} ticket={ticket} file={file} />
        ))}
      </Image.PreviewGroup>
      {mayAdd && <UploadZone ticketId={ticket.id} asksWhose={seesAll} />}
    </Card>
  );
}
