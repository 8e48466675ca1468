/** Who is counted at all: tickets received in the period, without void ones and merged children. */
const received = `t.state <> 'void' AND t.state <> 'merged'`;

/** History of another system is counted only when somebody asks for it: here nobody kept its times. */
export const population = (withImported: boolean): string =>
  withImported ? received : `${received} AND NOT t.imported`;

const leftOut = (withImported: boolean): string =>
  withImported ? '含历史导入，不含作废和并单子单' : '不含作废、并单子单和历史导入';
export const populationLabel = (withImported: boolean): string => `期内受理的工单，${leftOut(withImported)}`;

/** The same of rows beside tickets: 期内申请的退单. */
export const populationBeside = (what: string, withImported: boolean): string =>
  `${what}，${leftOut(withImported)}的工单`;
