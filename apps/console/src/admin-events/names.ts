/** What ids and codes are called; one that nobody knows any more is said as it is. */
export interface Names {
  department(id: string): string;
  area(code: string): string;
  category(code: string): string;
}
