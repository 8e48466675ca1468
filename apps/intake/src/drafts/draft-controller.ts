import { Controller } from '@nestjs/common';
import { maskNumbers } from '#ticket/mask-identity';
import { draftView } from '#http-api/draft-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { maskPhone } from '#ticket/masks';
import type { Caller } from '#platform/caller';
import { cut, readCursor } from '#platform/cursor';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import { DraftExpiry } from './draft-expiry';
import type { Draft, DraftValues } from './draft-rows';
import { Drafts } from './drafts';

type View = RouteAnswer<'GET /api/drafts/:id'>;

/** What somebody types is saved while they type, and found again on whatever machine. */
@Controller()
export class DraftController {
  constructor(
    private readonly drafts: Drafts,
    private readonly expiry: DraftExpiry,
    renders: Renders,
  ) {
    renders.add(draftView, async ({ reference, caller }) => viewOf(await drafts.one(reference, caller)));
  }

  @Handles('GET /api/drafts')
  async list({ query }: RouteInput<'GET /api/drafts'>, caller: Caller): Promise<RouteAnswer<'GET /api/drafts'>> {
    const [before = null] = readCursor(query.cursor, 'id') ?? [];
    const drafts = await this.drafts.of(caller, before, query.limit + 1);
    const { shown, nextCursor } = cut(drafts, query.limit, ({ id }) => [id]);
    return { items: shown.map((draft) => this.summary(draft)), nextCursor };
  }

  @Handles('POST /api/drafts')
  async begin({ body }: RouteInput<'POST /api/drafts'>, caller: Caller): Promise<View> {
    return viewOf(await this.drafts.begin(body.values, caller));
  }

  @Handles('GET /api/drafts/:id')
  async one({ params }: RouteInput<'GET /api/drafts/:id'>, caller: Caller): Promise<View> {
    return viewOf(await this.drafts.one(params.id, caller));
  }

  @Handles('PUT /api/drafts/:id')
  async save({ params, body, version }: RouteInput<'PUT /api/drafts/:id'>, caller: Caller): Promise<View> {
    return viewOf(await this.drafts.save(params.id, version, body.values, caller));
  }

  @Handles('DELETE /api/drafts/:id')
  async drop({ params }: RouteInput<'DELETE /api/drafts/:id'>, caller: Caller): Promise<undefined> {
    await this.drafts.drop(params.id, caller);
    return undefined;
  }

  private summary(draft: Draft): RouteAnswer<'GET /api/drafts'>['items'][number] {
    const { id, version, values, changedAt } = draft;
    const [title, phone] = [saidText(values['title']), saidPhone(values)];
    return {
      id,
      version,
      title: title && maskNumbers(title),
      phone: phone && maskPhone(phone),
      changedAt: changedAt.toISOString(),
      expiresAt: this.expiry.of(draft).toISOString(),
    };
  }
}

const viewOf = ({ id, version, values, callId, changedAt }: Draft): View => ({
  id,
  version,
  callId,
  values: { ...values },
  changedAt: changedAt.toISOString(),
});

const saidText = (value: unknown): string | null => (typeof value === 'string' && value.trim() ? value.trim() : null);

function saidPhone({ citizen }: DraftValues): string | null {
  const said = typeof citizen === 'object' && citizen !== null ? (citizen as Record<string, unknown>)['phone'] : null;
  return saidText(said);
}
