import { Controller } from '@nestjs/common';
import { messageKindNames, messageKinds, type MessageKind } from '#ticket/message-kind';
import { messageText, placeholdersOf, samplePlaceholders, segmentsOf, templateFault } from '#ticket/message-text';
import { messageTemplateView } from '#http-api/message-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Administration } from '#store/administration';
import { Database } from '#store/database';
import { NotFound, VersionConflict } from '#store/store-errors';
import type { Caller } from '#platform/caller';
import { pageOf } from '#platform/cursor';
import { Handles } from '#platform/handles';
import { refusalAt } from '#platform/problems';
import { Renders } from '#platform/renders';
import { addTemplateVersion, readMessageTemplates, type MessageTemplateRow } from './message-template-rows';

type View = RouteAnswer<'PUT /api/message-templates/:kind'>;

/** 短信模板: how each kind of message is worded, as rows with versions. */
@Controller()
export class MessageTemplateController {
  constructor(
    private readonly database: Database,
    private readonly administration: Administration,
    renders: Renders,
  ) {
    renders.add(messageTemplateView, ({ params }) => this.one(params['kind'] ?? ''));
  }

  @Handles('GET /api/message-templates')
  async list({ query }: RouteInput<'GET /api/message-templates'>): Promise<RouteAnswer<'GET /api/message-templates'>> {
    const all = (await this.all()).filter(({ isOn }) => query.isOn === undefined || isOn === query.isOn);
    return pageOf(all, ({ kind }) => kind, query);
  }

  /** @throws Refusal for a text that cannot be sent; VersionConflict; NotFound */
  @Handles('PUT /api/message-templates/:kind')
  async change(
    { params, version, body }: RouteInput<'PUT /api/message-templates/:kind'>,
    caller: Caller,
  ): Promise<View> {
    const { kind } = await this.one(params.kind);
    const fault = templateFault(kind, body.text);
    if (fault !== null) throw refusalAt('text', fault);
    await this.administration.write(caller, async (sql, at) => {
      const before = (await readMessageTemplates(sql)).find((row) => row.kind === kind);
      if (before?.version !== version) throw new VersionConflict(before?.version ?? 0, { text: before?.text });
      const after = { ...body, kind, version: version + 1, at, by: caller.id };
      await addTemplateVersion(sql, after);
      return {
        ...{ subject: 'message-template', subjectId: kind, action: 'edit' },
        before: told(before),
        after: told(after),
      } as const;
    });
    return this.one(kind);
  }

  /** @throws NotFound */
  private async one(kind: string): Promise<View> {
    const found = (await this.all()).find((template) => template.kind === kind);
    if (!found) throw new NotFound('message template');
    return found;
  }

  /** In the order of the table. */
  private async all(): Promise<View[]> {
    const rows = new Map((await readMessageTemplates(this.database.sql)).map((row) => [row.kind, row]));
    return messageKindNames.flatMap((kind) => viewOf(kind, rows.get(kind)));
  }
}

const told = ({ version, text, isOn, atNight }: Pick<MessageTemplateRow, 'version' | 'text' | 'isOn' | 'atNight'>) => ({
  version,
  text,
  isOn,
  atNight,
});

function viewOf(kind: MessageKind, row: MessageTemplateRow | undefined): View[] {
  if (!row) return [];
  const sample = messageText(row.text, samplePlaceholders) ?? '';
  return [
    {
      ...told(row),
      kind,
      label: messageKinds[kind].label,
      at: row.at.toISOString(),
      placeholders: placeholdersOf(kind),
      sample: { text: sample, characters: sample.length, segments: segmentsOf(sample) },
    },
  ];
}
