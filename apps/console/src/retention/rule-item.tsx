import { retentionKinds } from '#http-api/retention-shapes';
import { ticketTypes } from '#ticket/ticket-type';
import type { ListItem } from '#http-api/list-route';
import { fullInstant } from '../words/instant';
import { RuleDecision } from './rule-decision';
import { ruleStates } from './rule-states';

/** A rule in a few lines, instead of a table row on a phone. */
export const RuleItem = ({ rule }: { rule: ListItem<'GET /api/retention-rules'> }) => (
  <section className="card-link" aria-label={retentionKinds[rule.kind].label}>
    <div className="item-top">
      <span className="item-title">
        {rule.type ? ticketTypes[rule.type].label : '其他全部'}　{rule.days}天后{retentionKinds[rule.kind].label}
      </span>
      <span>{ruleStates[rule.state]}</span>
    </div>
    <div className="item-text">依据：{rule.basis}</div>
    <div className="item-line quiet">
      提出 {rule.proposedBy.name} {fullInstant(rule.proposedAt)}
    </div>
    {rule.approvedBy && (
      <div className="item-line quiet">
        批准 {rule.approvedBy.name} {fullInstant(rule.approvedAt ?? '')}
      </div>
    )}
    <div className="item-line">
      <span className="item-end">
        <RuleDecision rule={rule} />
      </span>
    </div>
  </section>
);
