import { useState } from 'react';
import type { RouteAnswer, RouteRequest } from '#http-api/routes';
import { bodyOf } from '../moves/body-of';
import { Dialog } from '../parts/dialog';
import { SecretOnce } from '../parts/secret-once';
import { WriteForm } from '../parts/write-form';
import { ClientFields } from './client-fields';

type Body = RouteRequest<'POST /api/channel-clients'>['body'];

/** A new client; then its key, once. */
export function AddClient({ close }: { close(): void }) {
  const [added, setAdded] = useState<RouteAnswer<'POST /api/channel-clients'> | null>(null);
  if (added)
    return <SecretOnce title="接入方已添加" word="接入密钥" of={added.client.name} secret={added.key} close={close} />;
  return (
    <Dialog title="新增接入方" close={close}>
      <WriteForm
        route="POST /api/channel-clients"
        label="新增"
        requestOf={(values) => ({ body: bodyOf(values) as Body })}
        onDone={setAdded}
      >
        <ClientFields />
      </WriteForm>
    </Dialog>
  );
}
