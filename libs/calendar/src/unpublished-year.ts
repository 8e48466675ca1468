/** A computation touched a year whose holidays nobody has announced or entered: refused rather than guessed. */
export class UnpublishedYear extends Error {
  /** @param year the year without a published row */
  constructor(readonly year: number) {
    super(
      `${year}年的放假调休安排尚未公布或尚未录入，无法计算工作日和到期时间，请管理员在工作日历中录入该年的放假通知`,
    );
    this.name = 'UnpublishedYear';
  }
}
