import type { Channel } from '#ticket/channel';
import type { Adapter } from './adapter';
import { app } from './app';
import { email } from './email';
import { emergency110 } from './emergency-110';
import { forum } from './forum';
import { grid } from './grid';
import { imported } from './import';
import { inspection } from './inspection';
import { leaderMailbox } from './leader-mailbox';
import { letter } from './letter';
import { media } from './media';
import { neighbour } from './neighbour';
import { open311 } from './open311';
import { phone } from './phone';
import { sms } from './sms';
import { superior } from './superior';
import { visit } from './visit';
import { walkIn } from './walk-in';
import { web } from './web';
import { wechat } from './wechat';
import { weibo } from './weibo';

/** Every channel has one: a row in `channel.ts` without an adapter does not compile. */
export const adapters = {
  phone,
  web,
  wechat,
  app,
  sms,
  email,
  letter,
  'walk-in': walkIn,
  visit,
  weibo,
  forum,
  'leader-mailbox': leaderMailbox,
  media,
  'emergency-110': emergency110,
  superior,
  neighbour,
  inspection,
  grid,
  open311,
  import: imported,
} as const satisfies { readonly [Name in Channel]: Adapter<Name> };
