import { randomBytes } from 'node:crypto';
import { Controller } from '@nestjs/common';
import { messageSettingsView, messageSettingsWithSecret } from '#http-api/message-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Administration } from '#store/administration';
import { Database } from '#store/database';
import { KeyRing } from '#store/key-ring';
import { VersionConflict } from '#store/store-errors';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { refusalAt } from '#platform/problems';
import { Renders } from '#platform/renders';
import {
  editMessageSettings,
  readMessageSettings,
  replaceMessageSecret,
  type MessageSettingsRow,
} from './message-settings-row';

type View = RouteAnswer<'GET /api/message-settings'>;

/** 短信设置: quiet hours, the gateway and its secret. */
@Controller()
export class MessageSettingsController {
  constructor(
    private readonly database: Database,
    private readonly administration: Administration,
    private readonly keys: KeyRing,
    renders: Renders,
  ) {
    renders.add(messageSettingsView, () => this.read());
    renders.add(messageSettingsWithSecret, async () => ({ settings: await this.read(), secret: null }));
  }

  @Handles('GET /api/message-settings')
  async read(): Promise<View> {
    return viewOf(await readMessageSettings(this.database.sql));
  }

  /** @throws VersionConflict; Refusal for a gateway without a secret */
  @Handles('PUT /api/message-settings')
  async change({ version, body }: RouteInput<'PUT /api/message-settings'>, caller: Caller): Promise<View> {
    await this.administration.write(caller, async (sql, at) => {
      const before = await readMessageSettings(sql);
      if (before.version !== version) throw new VersionConflict(before.version, told(before));
      if (body.provider === 'webhook' && !before.sealed)
        throw refusalAt('provider', '请先生成签名密钥，再启用短信平台');
      await editMessageSettings(sql, body, at);
      return { ...changed, action: 'edit', before: told(before), after: told(body) };
    });
    return this.read();
  }

  /** It is told once; we keep it sealed, since both sides sign by it. */
  @Handles('POST /api/message-settings/new-secret')
  async newSecret(
    _input: RouteInput<'POST /api/message-settings/new-secret'>,
    caller: Caller,
  ): Promise<RouteAnswer<'POST /api/message-settings/new-secret'>> {
    const secret = randomBytes(32).toString('base64url');
    await this.administration.write(caller, async (sql, at) => {
      const { sealed } = await readMessageSettings(sql);
      await replaceMessageSecret(sql, this.keys.seal(secret), at);
      return {
        ...changed,
        action: 'replace-secret',
        before: { hasSecret: sealed !== null },
        after: { hasSecret: true },
      };
    });
    return { settings: await this.read(), secret };
  }
}

const changed = { subject: 'message-settings', subjectId: 'settings' } as const;

const told = (settings: Omit<View, 'version' | 'hasSecret' | 'changedAt'>) => ({
  quietFrom: settings.quietFrom,
  quietTo: settings.quietTo,
  giveUpHours: settings.giveUpHours,
  provider: settings.provider,
  webhookUrl: settings.webhookUrl,
  trackingUrl: settings.trackingUrl,
  ratingUrl: settings.ratingUrl,
});

const viewOf = (row: MessageSettingsRow): View => ({
  ...told(row),
  version: row.version,
  hasSecret: row.sealed !== null,
  changedAt: row.changedAt.toISOString(),
});
