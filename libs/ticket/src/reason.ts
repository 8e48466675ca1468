/** Reason codes and what a clerk calls them (wording.md). */
export const returnReasons = {
  'not-ours': { label: '非本单位职责' },
  'wrong-area': { label: '属地不符' },
  overlapping: { label: '职责交叉' },
  incomplete: { label: '要素不全' },
  duplicate: { label: '重复派单' },
  'out-of-scope': { label: '不属受理范围' },
} as const;

export const sendBackReasons = {
  'off-topic': { label: '答非所问' },
  'not-contacted': { label: '未联系群众' },
  'no-evidence': { label: '缺佐证' },
  'no-basis': { label: '缺依据' },
  'contradicts-facts': { label: '与事实不符' },
  'co-handler-missing': { label: '协办未反馈' },
  wording: { label: '文字差错' },
  'leaks-identity': { label: '泄露信息' },
} as const;

export const referReasons = {
  litigation: { label: '诉讼' },
  arbitration: { label: '仲裁' },
  reconsideration: { label: '行政复议' },
  discipline: { label: '纪检监察' },
  petition: { label: '信访' },
  disclosure: { label: '信息公开' },
  'emergency-service': { label: '紧急救助(110/119/120/122)' },
  settled: { label: '已依法办结且无新情况' },
  'not-government': { label: '不属政府职能' },
} as const;

export type ReturnReason = keyof typeof returnReasons;
export type SendBackReason = keyof typeof sendBackReasons;
export type ReferReason = keyof typeof referReasons;
