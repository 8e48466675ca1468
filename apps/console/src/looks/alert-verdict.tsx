import type { ListItem } from '#http-api/list-route';
import { fullInstant } from '../words/instant';
import { SettleAlert } from './settle-alert';

/** What came of an alert, or where to say it. */
export const AlertVerdict = ({ alert }: { alert: ListItem<'GET /api/look-alerts'> }) =>
  alert.settledAt ? (
    <span>
      {alert.note}{' '}
      <span className="quiet">
        {alert.settledBy}，{fullInstant(alert.settledAt)}
      </span>
    </span>
  ) : (
    <SettleAlert id={alert.id} whoId={alert.who.id} />
  );
