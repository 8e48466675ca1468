import { shanghaiDate } from '#calendar/shanghai-time';
import { leadOf, type Ticket } from '#ticket/ticket';
import type { SurveyResult } from './read-survey-row';

/**
 * Why what was said on a day is not said of the ticket as it stands; null when it is. Companies bring results weeks later:
 * what was said of an earlier round, or before somebody asked again, must not stand for the last word.
 */
export function resultRefusal(ticket: Ticket, { surveyedOn }: SurveyResult, now: Date): string | null {
  if (surveyedOn > shanghaiDate(now)) return '调查日期晚于今天';
  const answeredAt = leadOf(ticket)?.answeredAt;
  if (answeredAt && surveyedOn < shanghaiDate(answeredAt)) return '调查日期早于本轮答复，不能作为本轮的评价';
  const isNewer = ticket.rating && surveyedOn < shanghaiDate(ticket.rating.at);
  return isNewer ? '调查以后诉求人另有评价，以后来的为准' : null;
}
