import { Alert } from 'antd';
import type { ReplyFlaw } from '#ticket/reply-flaw';
import { useAnswer } from '../api/use-answer';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { useSettled } from '../parts/use-settled';

const quietMs = 800;
/** Fewer characters are the beginning of a sentence. */
const fewestCharacters = 10;

interface ReplyFindingsProps {
  readonly partId: string;
  readonly publicText: string;
  /** What is said of it elsewhere on the page. */
  readonly omits?: ReplyFlaw;
}

/** 答复预检: what a reviewer would say of a reply, also while it is being written. It keeps nobody from submitting. */
export function ReplyFindings({ partId, publicText, omits }: ReplyFindingsProps) {
  const { roles } = useUser();
  const settled = useSettled(publicText.trim(), quietMs);
  const isEnough = settled.length >= fewestCharacters;
  const checked = useAnswer(
    'POST /api/assignments/:id/check-reply',
    { params: { id: partId }, body: { publicText: settled } },
    {
      enabled: isEnough && mayCall('POST /api/assignments/:id/check-reply', roles),
      keep: true,
      staleTime: 30_000,
    },
  );
  const findings = ((isEnough && checked.data?.findings) || []).filter(({ flaw }) => flaw !== omits);
  if (findings.length === 0) return null;
  return (
    <Alert
      type="warning"
      className="reply-findings"
      title="答复预检（仅供参考，不影响提交）"
      description={
        <ul aria-label="答复预检">
          {findings.map(({ flaw, label, reason }) => (
            <li key={flaw}>
              <strong>{label}</strong>：{reason}
            </li>
          ))}
        </ul>
      }
    />
  );
}
