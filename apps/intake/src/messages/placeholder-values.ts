import { isAskable } from '#ticket/survey';
import type { PlaceholderValues } from '#ticket/message-placeholder';
import { shanghaiDate, shanghaiTimeOfDay } from '#calendar/shanghai-time';
import type { MessageFacts } from '#store/message-facts';
import { missingInShort } from '../tracking/missing-words';
import type { MessageSettingsRow } from './message-settings-row';
import { surveyAddress } from './survey-links';

interface Known {
  readonly facts: MessageFacts;
  readonly settings: Pick<MessageSettingsRow, 'trackingUrl' | 'ratingUrl'>;
  readonly departmentName: (id: string) => string;
  /** When it is said. */
  readonly at: Date;
}

/** The route as agents write it may be long; in a message it has so many signs. */
const routeCharacters = 30;

/** What stands in a message's placeholders, as far as it is known. Nobody's name, number or words are among them. */
export const placeholderValues = ({ facts, settings, departmentName, at }: Known): PlaceholderValues => ({
  工单编号: facts.number,
  查询码: facts.trackingCode,
  查询网址: settings.trackingUrl,
  评价网址: settings.ratingUrl && isAskable(facts) ? surveyAddress(settings.ratingUrl) : null,
  // What waited for the morning, or for a gateway, promises nothing that is past.
  承诺时限: facts.promisedAt && facts.promisedAt > at ? spokenInstant(facts.promisedAt) : null,
  承办单位: facts.leadDepartmentId && departmentName(facts.leadDepartmentId),
  缺少内容: facts.missing.length > 0 ? facts.missing.map((each) => missingInShort[each]).join('、') : null,
  引导途径: typeof facts.said?.['route'] === 'string' ? facts.said['route'].slice(0, routeCharacters) : null,
  复核日期: typeof facts.data['reviewAt'] === 'string' ? spokenDay(new Date(facts.data['reviewAt'])) : null,
});

/** 9月12日 */
function spokenDay(at: Date): string {
  const [, month, day] = shanghaiDate(at).split('-').map(Number);
  return `${month}月${day}日`;
}

/** 9月12日18:00 */
function spokenInstant(at: Date): string {
  const minutes = Math.floor(shanghaiTimeOfDay(at) / 60_000);
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'));
  return `${spokenDay(at)}${hour}:${minute}`;
}
