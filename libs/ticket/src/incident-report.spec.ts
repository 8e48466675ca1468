import fc from 'fast-check';
import { kindsAfter, mayFollow, reportKindNames, type ReportKind } from './incident-report';

/** Whoever tries to sign any kinds in any order: what is signed in the end. */
function signed(tried: readonly ReportKind[]): ReportKind[] {
  const series: ReportKind[] = [];
  for (const kind of tried) if (mayFollow(series.at(-1) ?? null, kind)) series.push(kind);
  return series;
}

describe('the reports on one incident', () => {
  const tries = fc.array(fc.constantFrom(...reportKindNames), { maxLength: 40 });

  it('begin with one 首报, go on with any 续报 and end with one 终报, whatever is tried', () => {
    fc.assert(
      fc.property(tries, (tried) => {
        const told = signed(tried).map((kind) => ({ first: 'S', further: 'X', final: 'Z' })[kind]);
        expect(told.join('')).toMatch(/^(SX*Z?)?$/);
      }),
    );
  });

  it('lose none that was in order: each that may follow is signed', () => {
    fc.assert(
      fc.property(fc.nat({ max: 12 }), fc.boolean(), (further, ends) => {
        const series: ReportKind[] = [
          'first',
          ...Array<ReportKind>(further).fill('further'),
          ...(ends ? (['final'] as const) : []),
        ];
        expect(signed(series)).toEqual(series);
      }),
    );
  });

  it('name what may come next', () => {
    expect(kindsAfter(null)).toEqual(['first']);
    expect(kindsAfter('first')).toEqual(['further', 'final']);
    expect(kindsAfter('final')).toEqual([]);
  });
});
