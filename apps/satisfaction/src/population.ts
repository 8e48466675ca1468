/** Who is counted at all: tickets received in the period, without void ones and merged children. */
const received = `t.state <> 'void' AND t.state <> 'merged'`;

/** History of another system is counted only when somebody asks for it: here nobody kept its times. */
export const population = (withImported: boolean): string =>
  withImported ? received : `${received} AND NOT t.imported`;
export const populationLabel = (withImported: boolean): string =>
  withImported ? '期内受理的工单，含历史导入，不含作废和并单子单' : '期内受理的工单，不含作废、并单子单和历史导入';
