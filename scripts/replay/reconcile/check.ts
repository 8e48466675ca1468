/** One line of the final table: what the replay's book says, what the hotline says, and whether they agree. */
export interface Check {
  readonly label: string;
  readonly ledger: number | string;
  readonly hotline: number | string;
  readonly holds: boolean;
}

export const equal = (label: string, ledger: number, hotline: number): Check => ({
  label,
  ledger,
  hotline,
  holds: ledger === hotline,
});
