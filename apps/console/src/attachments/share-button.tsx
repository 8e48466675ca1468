import { App, Button, Popconfirm, Tag } from 'antd';
import { problemWords } from '../api/problem-words';
import { useWrite } from '../api/use-write';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import type { TicketView } from '../moves/move-target';
import { isPicture, type AttachmentView } from './attachment-view';

const [share, withhold] = [
  'POST /api/tickets/:id/attachments/:aid/share',
  'POST /api/tickets/:id/attachments/:aid/withhold',
] as const;

const asked = (file: AttachmentView, whom: string): string =>
  isPicture(file)
    ? `${whom}将看到这张图片，不带文件名、拍摄时间和位置。请先看清图中没有能认出诉求人的内容。`
    : `${whom}将看到这个文件，不带文件名。文件自带的作者、位置等信息不会去除，请先检查内容。`;

/** Who does not see what the citizen gave unless it is shared. */
function keptFrom({ citizen, subjectDepartmentId }: TicketView): string | null {
  if (citizen.confidential) return '承办单位';
  return subjectDepartmentId === null ? null : '被反映单位';
}

/** Of a protected citizen's file: whether departments see it, and the decision that they do. */
export function ShareButton({ ticket, file }: { ticket: TicketView; file: AttachmentView }) {
  const { message } = App.useApp();
  const { roles } = useUser();
  const write = useWrite(file.shared ? withhold : share);
  const whom = keptFrom(ticket);
  if (!file.fromCitizen || !whom || !mayCall(share, roles)) return null;
  const set = (): void =>
    write.mutate(
      { params: { id: ticket.id, aid: file.id }, body: {} },
      { onError: (reason) => void message.error(problemWords(reason)) },
    );
  return (
    <>
      <Tag color={file.shared ? 'green' : 'gold'}>{file.shared ? `已提供给${whom}` : `未提供给${whom}`}</Tag>
      {ticket.archivedAt === null && (
        <Popconfirm
          title={file.shared ? `${whom}将不再看到这个附件。` : asked(file, whom)}
          onConfirm={set}
          classNames={{ root: 'share-asked' }}
        >
          <Button size="small" loading={write.isPending}>
            {file.shared ? '停止提供' : `提供给${whom}`}
          </Button>
        </Popconfirm>
      )}
    </>
  );
}
