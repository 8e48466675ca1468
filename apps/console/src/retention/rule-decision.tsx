import type { ListItem } from '#http-api/list-route';
import { DecideButton } from '../parts/decide-button';

/** What may be decided of a rule. */
export const RuleDecision = ({ rule }: { rule: ListItem<'GET /api/retention-rules'> }) => (
  <>
    {rule.state === 'proposed' && (
      <DecideButton
        route="POST /api/retention-rules/:id/approve"
        id={rule.id}
        label="批准"
        reads="GET /api/retention-rules"
      />
    )}
    {rule.state !== 'ended' && (
      <DecideButton
        route="POST /api/retention-rules/:id/end"
        id={rule.id}
        label={rule.state === 'proposed' ? '撤回' : '停用'}
        reads="GET /api/retention-rules"
      />
    )}
  </>
);
