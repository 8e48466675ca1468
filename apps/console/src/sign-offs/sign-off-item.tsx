import { signOffKinds } from '#ticket/sign-off';
import { AlertFlag } from '../parts/alert-flag';
import { Due } from '../parts/due';
import { UrgencyTag } from '../parts/urgency-tag';
import { RequestItem } from '../requests/request-item';
import type { SignOff } from './sign-off-facts';

/** One thing to sign: what it is, and until when. */
export const SignOffItem = ({ row }: { row: SignOff }) => (
  <RequestItem
    row={row}
    what={`${signOffKinds[row.kind].label}送签`}
    tags={
      <>
        <UrgencyTag urgency={row.urgency} />
        <AlertFlag alert={row.alert} />
        {row.state === 'waiting' && <Due at={row.dueAt} alert={row.alert} short />}
      </>
    }
  />
);
