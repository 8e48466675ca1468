import type { DispatchRule } from './dispatch-rule';
import { conditionsWeight, mayMeetBoth } from './rule-conditions';

/** Whether some ticket could be for both rows on some day, with nothing to say which of them counts. */
export const mayTie = (left: DispatchRule, right: DispatchRule): boolean =>
  left.categoryCode === right.categoryCode &&
  left.areaCode === right.areaCode &&
  left.precedence === right.precedence &&
  conditionsWeight(left) === conditionsWeight(right) &&
  mayMeetBoth(left, right) &&
  overlap(left, right);

/** Whether both are valid on some day. */
function overlap(left: DispatchRule, right: DispatchRule): boolean {
  const from = left.validFrom > right.validFrom ? left.validFrom : right.validFrom;
  return [left.validTo, right.validTo].every((to) => to === null || from < to);
}
