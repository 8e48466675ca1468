import { shanghaiDate } from '#calendar/shanghai-time';
import { leadOf, type Ticket } from '#ticket/ticket';
import type { SurveyResult } from './read-survey-row';

/**
 * Why what was said on a day is not said of the ticket as it stands; null when it is. Companies bring results weeks later:
 * what was said of an earlier round, or before somebody asked again, must not stand for the last word.
 */
export function resultRefusal(ticket: Ticket, { surveyedOn }: SurveyResult, now: Date): string | null {
  if (surveyedOn > shanghaiDate(now)) return '调查日期晚于今天';
  // Told the citizen when it was approved, not when it was submitted.
  const toldAt = leadOf(ticket)?.endedAt;
  if (toldAt && surveyedOn < shanghaiDate(toldAt)) return '调查日期早于本轮答复，不能作为本轮的评价';
  const { rating } = ticket;
  if (!rating) return null;
  const ratedOn = shanghaiDate(rating.at);
  // Of one day nobody knows which came first: what the citizen said to us stands.
  const isOvertaken = rating.source === 'survey-import' ? surveyedOn < ratedOn : surveyedOn <= ratedOn;
  return isOvertaken ? '调查当天或以后诉求人另有评价，以其为准' : null;
}
