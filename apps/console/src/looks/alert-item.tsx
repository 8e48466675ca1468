import { lookKinds } from '#ticket/look-kind';
import type { ListItem } from '#http-api/list-route';
import { fullInstant } from '../words/instant';
import { AlertVerdict } from './alert-verdict';

/** An alert in a few lines, instead of a table row on a phone. */
export const AlertItem = ({ alert }: { alert: ListItem<'GET /api/look-alerts'> }) => (
  <section className="card-link" aria-label={alert.who.name}>
    <div className="item-top">
      <span className="item-title">{alert.who.name}</span>
      <span>
        一小时内{lookKinds[alert.kind].label}
        {alert.looks}次
      </span>
    </div>
    <div className="item-line quiet number">{fullInstant(alert.at)}</div>
    <div className="item-text">
      <AlertVerdict alert={alert} />
    </div>
  </section>
);
