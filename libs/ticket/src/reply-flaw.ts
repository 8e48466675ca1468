/** What a reviewer finds fault with in a reply, before it is submitted (答复预检). None of it keeps anybody from submitting. */
export const replyFlaws = {
  'off-topic': { label: '未回应诉求' },
  'empty-phrases': { label: '内容空泛' },
  'no-date': { label: '没有时间' },
  'no-contact': { label: '没有联系方式' },
  copied: { label: '与其他工单雷同' },
  'personal-data': { label: '公开内容含个人信息' },
} as const;
export type ReplyFlaw = keyof typeof replyFlaws;
