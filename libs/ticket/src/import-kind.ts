/** What the rows of an imported file become. */
export const importKinds = {
  tickets: { label: '待办工单' },
  history: { label: '历史工单' },
} as const;

/** How far an import has come. `waiting` and `running` ones are taken up by whichever process is free. */
export const importStates = {
  uploading: { label: '上传中', ended: false },
  waiting: { label: '排队中', ended: false },
  running: { label: '导入中', ended: false },
  done: { label: '已完成', ended: true },
  cancelled: { label: '已取消', ended: true },
  failed: { label: '已中止', ended: true },
} as const;

export type ImportKind = keyof typeof importKinds;
export type ImportState = keyof typeof importStates;
