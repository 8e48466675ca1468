/**
 * 来源, domain.md §1. `callback: false` marks a channel whose answer is public, so nobody is called back;
 * `upstream: true` one whose tickets, where a system is named, belong to that system, which judges our answer;
 * `messages: true` one whose citizens are told by message what becomes of their tickets.
 */
export const channels = {
  phone: { label: '电话', callback: true, upstream: false, messages: true },
  web: { label: '网站', callback: true, upstream: false, messages: true },
  wechat: { label: '微信', callback: true, upstream: false, messages: true },
  app: { label: 'APP', callback: true, upstream: false, messages: true },
  sms: { label: '短信', callback: true, upstream: false, messages: true },
  email: { label: '邮件', callback: true, upstream: false, messages: true },
  letter: { label: '信件', callback: true, upstream: false, messages: true },
  'walk-in': { label: '来访', callback: true, upstream: false, messages: true },
  visit: { label: '走访登门', callback: true, upstream: false, messages: true },
  weibo: { label: '微博', callback: false, upstream: false, messages: false },
  forum: { label: '网络问政', callback: false, upstream: false, messages: false },
  'leader-mailbox': { label: '领导信箱/留言板', callback: true, upstream: false, messages: true },
  media: { label: '媒体', callback: true, upstream: false, messages: true },
  'emergency-110': { label: '110移交', callback: true, upstream: false, messages: true },
  superior: { label: '上级派发', callback: true, upstream: true, messages: true },
  neighbour: { label: '川渝互转', callback: true, upstream: true, messages: true },
  inspection: { label: '督查交办', callback: true, upstream: true, messages: true },
  grid: { label: '网格上报', callback: true, upstream: false, messages: true },
  open311: { label: 'Open311', callback: true, upstream: false, messages: true },
  import: { label: '导入', callback: true, upstream: true, messages: false },
} as const;

export type Channel = keyof typeof channels;
