import { PhoneFilled } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useEffect } from 'react';
import { callStates } from '#ticket/call';
import { useAnswer } from '../api/use-answer';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { draftInHand } from '../register/draft-in-hand';
import { useClaim } from './use-claim';

/** The stream tells of a call at once; this is for when it was away. */
const askAgainMs = 15_000;
const claimKey = 'F2';

/** A call at the own extension: F2 takes it. Whoever has nothing in hand and the call form open has it opened at once. */
export function RingNotice() {
  const { roles, extension, id: accountId } = useUser();
  const isSeated = extension !== null && mayCall('GET /api/calls', roles);
  const calls = useAnswer(
    'GET /api/calls',
    { query: { mine: 'true', limit: 1 } },
    { enabled: isSeated, refetchInterval: askAgainMs },
  );
  const { claim, isBusy } = useClaim();
  const ringing = isSeated ? calls.data?.items[0] : undefined;
  const id = ringing?.id;
  useEffect(() => {
    if (id === undefined) return;
    const isFree = window.location.pathname.endsWith('/register') && draftInHand(accountId).state === 'empty';
    if (isFree) void claim(id);
    const press = (event: KeyboardEvent): void => {
      if (event.key !== claimKey) return;
      event.preventDefault();
      void claim(id);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
    // Only when another call rings: `claim` is another function each time.
  }, [id, accountId]);
  if (!ringing) return null;
  return (
    <Alert
      type="success"
      showIcon
      icon={<PhoneFilled />}
      role="alert"
      className="ring-notice"
      title={`${callStates[ringing.state].label}：${ringing.phone ?? '号码未显示'}${ringing.restriction ? '　骚扰限制中' : ''}`}
      action={
        <Button type="primary" size="small" loading={isBusy} onClick={() => void claim(ringing.id)}>
          接手登记（{claimKey}）
        </Button>
      }
    />
  );
}
