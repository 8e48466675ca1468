import { channels, type Channel } from '#ticket/channel';
import { channelFaults } from '#http-api/channel-faults';
import { channelNeeds } from '#http-api/channel-needs';
import { inboundShapes, machineChannels, type MachineChannel } from '#http-api/inbound-shapes';
import { ticketInput } from '#http-api/ticket-shapes';
import { sampleOf, type JsonSchema } from '#testing/sample-of';
import { z } from 'zod';
import type { Sender } from './adapter';
import { adapters } from './adapters';

const post = { url: 'https://weibo.com/1/abc', author: '江边的树', postedAt: '2026-09-14T08:00:00+08:00' };
const read = (channel: MachineChannel, message: object) => {
  const { read: reading } = adapters[channel] as unknown as {
    read: (message: unknown, sender: Sender) => object;
  };
  return ticketInput.parse({
    channel,
    ...reading(inboundShapes[channel].parse({ messageId: 'm-1', ...message }), { system: 'city' }),
  });
};

describe('every channel', () => {
  it.each(Object.keys(channels) as Channel[])('%s is read by machine exactly when it has a shape', (channel) => {
    expect(adapters[channel].read !== null).toBe((machineChannels as readonly string[]).includes(channel));
    expect(adapters[channel].needs).toBe(channelNeeds[channel]);
  });

  it.each(machineChannels)('%s makes a registration of the least it may be sent', (channel) => {
    const least = sampleOf(
      z.toJSONSchema(inboundShapes[channel], { io: 'input', unrepresentable: 'any' }) as JsonSchema,
      {
        from: channel === 'sms' ? '13900001111' : '王女士 <wang@example.com>',
        url: post.url,
      },
    ) as object;
    expect(read(channel, least)).toMatchObject({ channel, urgency: 'normal' });
  });
});

describe('what a ticket carries', () => {
  it.each(['superior', 'neighbour', 'inspection'] as const)('from %s is a system and a number', (channel) => {
    expect(channelFaults({ channel }).map(({ path }) => path)).toEqual(['upstreamSystem', 'upstreamNumber']);
    expect(channelFaults({ channel, upstreamSystem: 'city', upstreamNumber: 'S-1' })).toEqual([]);
  });

  it('is of its own channel only', () => {
    const carried = { callId: 'c-1', visitId: 'v-1', post, upstreamNumber: 'S-1' };
    expect(channelFaults({ channel: 'letter', ...carried })).toEqual([
      { path: 'callId', message: '来源为“信件”的工单不能填写通话编号' },
      { path: 'post', message: '来源为“信件”的工单不能填写帖文' },
      { path: 'upstreamNumber', message: '来源为“信件”的工单不能填写上级工单号' },
      { path: 'visitId', message: '来源为“信件”的工单不能填写走访记录' },
    ]);
  });

  it.each(['weibo', 'forum'] as const)('from %s is answered in public', (channel) => {
    expect(channelFaults({ channel, post, expectsReply: false })).toMatchObject([{ path: 'expectsReply' }]);
    expect(channelFaults({ channel, post, expectsReply: true })).toEqual([]);
    expect(channels[channel].callback).toBe(false);
  });
});

describe('a message', () => {
  it('by mail is what the sender wrote, under its subject', () => {
    const html = '<p>三号楼路灯不亮</p><p>请修理</p><blockquote>上次的答复</blockquote>';
    expect(read('email', { from: '王女士 <wang@example.com>', subject: '回复：Re: 路灯', html })).toMatchObject({
      title: '路灯',
      content: '三号楼路灯不亮\n\n请修理',
      citizen: { name: '王女士', address: '电子邮箱 wang@example.com' },
    });
  });

  it('by text has its first sentence as title and its number as contact', () => {
    expect(read('sms', { from: '139 0000 1111', text: '东街没有路灯。已经三天了。' })).toMatchObject({
      title: '东街没有路灯',
      content: '东街没有路灯。已经三天了。',
      citizen: { phone: '13900001111' },
    });
  });

  it('on a forum is its author’s, as of the post', () => {
    expect(read('forum', { post, title: '堵车' })).toMatchObject({
      post,
      citizen: { name: '江边的树' },
      occurredAt: post.postedAt,
    });
  });

  it('of the police says under which number they have it', () => {
    const handed = { caseNumber: 'J-7', officer: '周警官', urgency: 'urgent', content: '楼上漏水' };
    expect(read('emergency-110', handed)).toMatchObject({
      urgency: 'urgent',
      attributes: { 警情编号: 'J-7', 移交民警: '周警官' },
    });
  });

  it('of a grid worker is theirs, unless somebody asked them', () => {
    const worker = { name: '刘网格', phone: '13900002222' };
    const told = { gridCode: 'G-1', worker, content: '井盖破损' };
    expect(read('grid', told)).toMatchObject({ citizen: worker });
    expect(read('grid', { ...told, citizen: { name: '邻居' } })).toMatchObject({ citizen: { name: '邻居' } });
  });
});
