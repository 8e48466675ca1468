import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { Dialog } from '../parts/dialog';
import { WriteForm } from '../parts/write-form';
import type { Bulletin } from './bulletin-page';

/** Signs the draft that is shown, and no other one that was made meanwhile. */
export function SignBulletin({ bulletin: { id, asOf, title } }: { bulletin: Bulletin }) {
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  if (!mayCall('POST /api/bulletins/:id/sign', useUser().roles)) return null;
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        签发
      </Button>
      {isOpen && (
        <Dialog title={`签发${title}`} close={() => setOpen(false)}>
          <WriteForm
            route="POST /api/bulletins/:id/sign"
            label="签发"
            requestOf={() => ({ params: { id }, body: { asOf } })}
            onDone={() => {
              setOpen(false);
              void client.invalidateQueries({ queryKey: ['GET /api/bulletins/:id'] });
            }}
          >
            <p>签发后各表不再变动，以后变了的数字列在“更正”里。</p>
          </WriteForm>
        </Dialog>
      )}
    </>
  );
}
