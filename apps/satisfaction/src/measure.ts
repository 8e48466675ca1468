/** What a figure counts: an SQL condition. The same condition finds what is behind the figure. */
export interface Measure {
  readonly label: string;
  readonly condition: string;
}
