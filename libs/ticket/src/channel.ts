/**
 * 来源, domain.md §1. `callback: false` marks a channel whose answer is public, so nobody is called back;
 * `upstream: true` one whose tickets, where a system is named, belong to that system, which judges our answer.
 */
export const channels = {
  phone: { label: '电话', callback: true, upstream: false },
  web: { label: '网站', callback: true, upstream: false },
  wechat: { label: '微信', callback: true, upstream: false },
  app: { label: 'APP', callback: true, upstream: false },
  sms: { label: '短信', callback: true, upstream: false },
  email: { label: '邮件', callback: true, upstream: false },
  letter: { label: '信件', callback: true, upstream: false },
  'walk-in': { label: '来访', callback: true, upstream: false },
  visit: { label: '走访登门', callback: true, upstream: false },
  weibo: { label: '微博', callback: false, upstream: false },
  forum: { label: '网络问政', callback: false, upstream: false },
  'leader-mailbox': { label: '领导信箱/留言板', callback: true, upstream: false },
  media: { label: '媒体', callback: true, upstream: false },
  'emergency-110': { label: '110移交', callback: true, upstream: false },
  superior: { label: '上级派发', callback: true, upstream: true },
  neighbour: { label: '川渝互转', callback: true, upstream: true },
  inspection: { label: '督查交办', callback: true, upstream: true },
  grid: { label: '网格上报', callback: true, upstream: false },
  open311: { label: 'Open311', callback: true, upstream: false },
  import: { label: '导入', callback: true, upstream: true },
} as const;

export type Channel = keyof typeof channels;
