import type { RouteRequest } from '#http-api/routes';
import type { Part } from './casting';
import { invent } from './citizen';
import { anonymousShare, usualChannels, usualTypes, usualUrgencies, type Likeness } from './likeness';
import type { Message } from './messages';
import type { Scene } from './journey';

export type TicketBody = NonNullable<RouteRequest<'POST /api/tickets'>['body']>;

const dayMs = 86_400_000;

/** What an agent types when this message comes in. */
export function ticketBody(scene: Scene, { plot, random, index }: Part, message: Message): TicketBody {
  const like: Likeness = plot.like ?? {};
  const { areas, categories } = scene.places;
  return {
    type: like.type ?? random.weighted(usualTypes),
    urgency: like.urgency ?? random.weighted(usualUrgencies),
    channel: like.channel ?? (like.fromAbove ? 'superior' : like.callable ? 'phone' : random.weighted(usualChannels)),
    title: message.title,
    content: message.text,
    categoryCode: random.pick(categories),
    ...(!like.placeless && { areaCode: random.pick(areas) }),
    ...(message.writtenAt && { occurredAt: message.writtenAt }),
    citizen: citizenOf(like, message, random),
    ...(like.held && { hold: true }),
    ...(like.atOnce === 'answered' && { answer: { text: '已按现行规定当场答复，来电人表示清楚。' } }),
    ...(like.atOnce === 'referred' && { refer: { reasonCode: 'litigation', route: '告知可向人民法院提起诉讼。' } }),
    ...(like.fromAbove && upstream(scene.run, index)),
  };
}

function citizenOf(like: Likeness, { user }: Message, random: Part['random']): TicketBody['citizen'] {
  const insists = like.callable ?? like.fromAbove ?? like.placeless;
  return !insists && random.chance(anonymousShare) ? { anonymous: true } : invent(user, random);
}

const upstream = (run: string, index: number): Partial<TicketBody> => ({
  upstreamSystem: 'city',
  upstreamNumber: `${run}-${index}`,
  upstreamDueAt: new Date(Date.now() + 20 * dayMs).toISOString(),
});
