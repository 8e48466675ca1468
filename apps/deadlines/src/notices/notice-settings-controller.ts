import { randomBytes } from 'node:crypto';
import { Controller } from '@nestjs/common';
import { noticeSettingsAnswer } from '#http-api/deadline-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Administration } from '#store/administration';
import { Database } from '#store/database';
import { KeyRing } from '#store/key-ring';
import { VersionConflict } from '#store/store-errors';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { refusalAt } from '#platform/problems';
import { Renders } from '#platform/renders';
import { messagesOnTheirWay } from './notice-messages';
import { readNoticeSettings, writeNoticeSettings, type NoticeSettingsRow } from './notice-settings-row';

type View = RouteAnswer<'GET /api/notice-settings'>;
type Answer = RouteAnswer<'PUT /api/notice-settings'>;

/** 提醒推送设置: to where notices go besides the console. */
@Controller()
export class NoticeSettingsController {
  constructor(
    private readonly database: Database,
    private readonly administration: Administration,
    private readonly keys: KeyRing,
    renders: Renders,
  ) {
    renders.add(noticeSettingsAnswer, async () => ({ settings: await this.read(), secret: null }));
  }

  @Handles('GET /api/notice-settings')
  async read(): Promise<View> {
    const { version, webhookUrl, sealed, changedAt } = await readNoticeSettings(this.database.sql);
    const standing = await messagesOnTheirWay(this.database.sql);
    return { version, webhookUrl, hasSecret: sealed !== null, changedAt: changedAt.toISOString(), ...standing };
  }

  /** @throws VersionConflict; Refusal for an address without a secret */
  @Handles('PUT /api/notice-settings')
  async change({ version, body }: RouteInput<'PUT /api/notice-settings'>, caller: Caller): Promise<Answer> {
    const { webhookUrl, newSecret } = body;
    const secret = newSecret ? randomBytes(32).toString('base64url') : null;
    await this.administration.write(caller, async (sql, at) => {
      const before = await readNoticeSettings(sql);
      if (before.version !== version) throw new VersionConflict(before.version, told(before));
      if (webhookUrl !== null && !secret && !before.sealed) throw refusalAt('newSecret', '请同时生成签名密钥');
      await writeNoticeSettings(sql, webhookUrl, secret === null ? null : this.keys.seal(secret), at);
      const after = { webhookUrl, hasSecret: secret !== null || before.sealed !== null };
      const action = secret === null ? 'edit' : 'replace-secret';
      return { subject: 'notice-settings', subjectId: 'settings', action, before: told(before), after } as const;
    });
    return { settings: await this.read(), secret };
  }
}

const told = ({ webhookUrl, sealed }: NoticeSettingsRow) => ({ webhookUrl, hasSecret: sealed !== null });
