import { channelNeeds } from '#http-api/channel-needs';
import type { Adapter } from './adapter';
import { readForm } from './read-form';

/** 微信: the form of the WeChat account. */
export const wechat: Adapter<'wechat'> = { needs: channelNeeds.wechat, read: (message) => readForm(message) };
