import { Button } from 'antd';
import type { RouteAnswer } from '#http-api/routes';
import { Dialog } from '../parts/dialog';
import { RefusedNotice } from '../parts/refused-notice';
import { MovesPreview } from '../recomputing/moves-preview';

interface PublishDialogProps {
  readonly previewed: RouteAnswer<'PUT /api/calendars/:year'>;
  readonly isBusy: boolean;
  readonly error: Error | null;
  publish(): void;
  close(): void;
}

/** What publishing this year would move, and the button that does it. */
export const PublishDialog = ({ previewed, isBusy, error, publish, close }: PublishDialogProps) => (
  <Dialog title={`发布${previewed.year}年工作日历（第${previewed.version}版）`} width={680} close={close}>
    {previewed.moves && <MovesPreview moves={previewed.moves} />}
    <p className="quiet">已办结的时限不变；在办工单在发布后数秒开始重算，期间照常办理。</p>
    <RefusedNotice error={error} />
    <Button type="primary" loading={isBusy} onClick={publish}>
      发布
    </Button>
  </Dialog>
);
