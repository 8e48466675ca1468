import { createHash } from 'node:crypto';
import type { Random } from '#platform/random';

const surnames = ['赵', '钱', '孙', '李', '周', '吴', '郑', '王', '冯', '陈', '褚', '卫'];
const givenNames = ['一凡', '建国', '晓梅', '子轩', '桂英', '海涛', '雨桐', '志强', '秀兰', '思远'];

/** An invented citizen: no Chinese number begins with 100 and has eleven digits, so nobody can be called. */
export interface Invented {
  readonly name: string;
  readonly phone: string;
  readonly gender: 'male' | 'female';
}

/** The same writer has the same invented number, so that some citizens ask more than once. */
export function invent(writer: string, random: Random): Invented {
  const digits = createHash('sha256').update(writer).digest().readUInt32BE() % 100_000_000;
  return {
    name: random.pick(surnames) + random.pick(givenNames),
    phone: `100${String(digits).padStart(8, '0')}`,
    gender: random.chance(0.5) ? 'male' : 'female',
  };
}
