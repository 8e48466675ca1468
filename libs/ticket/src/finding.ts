/** What a reply says, never folded into one field (domain.md §4). Satisfaction is not here: only the citizen gives it. */
export const factFindings = {
  confirmed: { label: '属实' },
  'partly-confirmed': { label: '部分属实' },
  unfounded: { label: '不属实' },
  unverifiable: { label: '无法核实' },
} as const;

export const demandFindings = {
  reasonable: { label: '合理' },
  'partly-reasonable': { label: '部分合理' },
  unreasonable: { label: '不合理' },
  'beyond-duty': { label: '超职责' },
} as const;

/** `why: true` asks for the reason the matter stays unsolved. */
export const resolutions = {
  solved: { label: '实际解决', why: false },
  explained: { label: '解释说明', why: false },
  'partly-solved': { label: '部分解决', why: false },
  unsolved: { label: '未解决', why: true },
  held: { label: '挂账', why: false },
  scheduled: { label: '列入计划', why: false },
  'in-procedure': { label: '依法办理中', why: false },
} as const;

export type FactFinding = keyof typeof factFindings;
export type DemandFinding = keyof typeof demandFindings;
export type Resolution = keyof typeof resolutions;

export interface Findings {
  factFinding: FactFinding;
  demandFinding: DemandFinding;
  resolution: Resolution;
  unsolvedReason?: string | null;
}

/** A matter that stays unsolved, and nobody says why. */
export const isUnexplained = ({ resolution, unsolvedReason }: Findings): boolean =>
  resolutions[resolution].why && !unsolvedReason?.trim();
