/** 值班岗位: for what somebody is on duty. 联络员 A is reached first and B stands in; a department has a head, the hotline its duty officer. */
export const dutyPosts = {
  'contact-a': { label: '联络员A', of: 'department' },
  'contact-b': { label: '联络员B', of: 'department' },
  head: { label: '负责人', of: 'department' },
  'duty-officer': { label: '值班长', of: 'hotline' },
} as const;

export type DutyPost = keyof typeof dutyPosts;
