import type { ListItem } from '#http-api/list-route';
import { DecideButton } from '../parts/decide-button';

/** What may be decided of a citizen's wish to be forgotten. */
export const ErasureDecision = ({ erasure: { id, state } }: { erasure: ListItem<'GET /api/erasures'> }) =>
  state === 'asked' && (
    <>
      <DecideButton route="POST /api/erasures/:id/approve" id={id} label="批准" reads="GET /api/erasures" />
      <DecideButton route="POST /api/erasures/:id/refuse" id={id} label="不予批准" reads="GET /api/erasures" />
    </>
  );
