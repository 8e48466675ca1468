import type { DispatchRule } from './dispatch-rule';

/** A row for everything, apart from what a test says of it; each row of its own. */
export const aRule = ({ id = 'rule', ...more }: Partial<DispatchRule> = {}): DispatchRule => ({
  id,
  seriesId: id,
  version: 1,
  categoryCode: null,
  areaCode: null,
  keywords: [],
  types: [],
  urgencies: [],
  channels: [],
  precedence: 50,
  leadId: 'bureau',
  coHandlerIds: [],
  basis: null,
  urgency: null,
  limitClass: null,
  validFrom: '2020-01-01',
  validTo: null,
  ...more,
});
