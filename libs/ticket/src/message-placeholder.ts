/**
 * 占位词: what a template may leave open, by the word that stands in it. `sample` stands there in previews. Everybody may
 * use those that are `common`; of the others a kind of message says which it may.
 */
export const messagePlaceholders = {
  工单编号: { common: true, sample: '20260902000001314' },
  查询码: { common: true, sample: 'H7K2M9PQ4RTX' },
  查询网址: { common: true, sample: 'https://12345.example.cn/track' },
  承诺时限: { common: true, sample: '9月12日18:00' },
  承办单位: { common: false, sample: '城市管理局' },
  缺少内容: { common: false, sample: '地点、起因' },
  引导途径: { common: false, sample: '行政复议' },
  复核日期: { common: false, sample: '10月15日' },
  评价网址: { common: false, sample: 'https://12345.example.cn/s/h7Qm2x0VbW4tZ9cJk1LrNw' },
} as const;

export type MessagePlaceholder = keyof typeof messagePlaceholders;
export const placeholderNames = Object.keys(messagePlaceholders) as MessagePlaceholder[];

/** What is known of a ticket for its message; null where there is nothing to say. */
export type PlaceholderValues = Readonly<Record<MessagePlaceholder, string | null>>;
