/** What an administrator keeps: each change to it is an event with what it was before and after. */
export const adminSubjects = {
  account: { label: '用户' },
  department: { label: '承办单位' },
  area: { label: '区域' },
  category: { label: '类别' },
  'dispatch-rule': { label: '派单规则' },
  calendar: { label: '工作日历' },
  'time-limit': { label: '时限' },
  formula: { label: '统计口径' },
  keys: { label: '密钥' },
  'retention-rule': { label: '保管期限' },
  'channel-client': { label: '接入方' },
  'harassment-mark': { label: '骚扰限制' },
  erasure: { label: '个人信息删除' },
  'look-alert': { label: '查看提示' },
  import: { label: '数据导入' },
  export: { label: '数据导出' },
} as const;

export type AdminSubject = keyof typeof adminSubjects;

/** What was done to it. */
export const adminActions = {
  create: { label: '新增' },
  edit: { label: '修改' },
  end: { label: '停用规则' },
  disable: { label: '停用' },
  enable: { label: '恢复' },
  'reset-password': { label: '重置密码' },
  'change-password': { label: '修改密码' },
  'lock-out': { label: '登录受限' },
  unlock: { label: '解除登录限制' },
  'end-sessions': { label: '强制退出' },
  'set-absence': { label: '设置代理' },
  'end-absence': { label: '结束代理' },
  rotate: { label: '更换' },
  approve: { label: '批准' },
  refuse: { label: '不予批准' },
  carryOut: { label: '执行' },
  'replace-key': { label: '更换密钥' },
  'replace-secret': { label: '更换签名密钥' },
  replay: { label: '重新回传' },
  link: { label: '关联统一身份' },
  settle: { label: '核实' },
  upload: { label: '上传' },
  cancel: { label: '取消' },
  takeOut: { label: '导出' },
} as const;

export type AdminAction = keyof typeof adminActions;
