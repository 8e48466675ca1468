import { clockToleranceMs } from '#ticket/clock-tolerance';
import type { RouteInput } from '#http-api/routes';
import type { Request } from '#store/begin-ticket';
import type { AtOnce } from '#store/ticket-store';
import type { Contact } from '#store/citizen';
import { refusalAt } from '#platform/problems';

type Body = RouteInput<'POST /api/tickets'>['body'];

const instant = (value: string | null | undefined): Date | null => (value ? new Date(value) : null);

/** A superior's date that lies further back is a slip of the pen. */
const latestUpstreamMs = 31 * 86_400_000;

/** What an agent typed, as the store takes it. @throws Refusal for times that cannot be meant */
export function requestOf(body: Body, now: Date): Request {
  const { citizen = {} } = body;
  checkTimes(body, now);
  return {
    type: body.type,
    urgency: body.urgency,
    channel: body.channel,
    title: body.title,
    content: body.content,
    categoryCode: body.categoryCode ?? null,
    areaCode: body.areaCode ?? null,
    address: body.address?.trim() || null,
    location: body.location ?? null,
    occurredAt: instant(body.occurredAt) ?? now,
    contact: contactOf(citizen),
    anonymous: citizen.anonymous ?? false,
    confidential: citizen.confidential ?? false,
    stability: body.stability ?? false,
    peopleInvolved: body.peopleInvolved ?? null,
    amountYuan: body.amountYuan ?? null,
    subjectParty: body.subjectParty?.trim() || null,
    subjectDepartmentId: body.subjectDepartmentId ?? null,
    expectsReply: body.expectsReply,
    routingHeld: body.hold ?? false,
    restricted: false,
    upstreamSystem: body.upstreamSystem ?? null,
    upstreamNumber: body.upstreamNumber ?? null,
    upstreamDueAt: instant(body.upstreamDueAt),
    previousTicketId: body.previousTicketId ?? null,
    callId: body.callId ?? null,
    visitId: body.visitId ?? null,
    post: body.post ?? null,
    attributes: body.attributes ?? {},
  };
}

export const contactOf = (citizen: NonNullable<Body['citizen']>): Contact => ({
  name: citizen.name?.trim() || null,
  phone: citizen.phone ?? null,
  address: citizen.address?.trim() || null,
  gender: citizen.gender ?? null,
});

/** The answer on the call, or the legal route told: made in the same transaction. */
export function atOnceOf({ answer, refer }: Body): AtOnce | undefined {
  if (answer && refer) throw refusalAt('refer', '直接答复与告知引导只能选一项');
  if (answer) return { name: 'answerOnCall', input: answer };
  return refer ? { name: 'refer', input: refer } : undefined;
}

function checkTimes(body: Pick<Body, 'occurredAt' | 'upstreamDueAt' | 'post'>, now: Date): void {
  const { occurredAt, upstreamDueAt, post } = body;
  const isToCome = (at: string): boolean => Date.parse(at) > now.getTime() + clockToleranceMs;
  if (occurredAt && isToCome(occurredAt)) throw refusalAt('occurredAt', '发生时间不能晚于现在');
  if (post && isToCome(post.postedAt)) throw refusalAt('post.postedAt', '发帖时间不能晚于现在');
  if (upstreamDueAt && Date.parse(upstreamDueAt) < now.getTime() - latestUpstreamMs)
    throw refusalAt('upstreamDueAt', '上级期限早于一个月以前，请核对');
}
