import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { refusalAt } from '#platform/problems';
import type { Counts } from './count-by';
import { dimensions, type Dimension } from './dimensions';
import type { Formula, Weighed } from './formulas';
import { partsOf, rate } from './rate';

type Report = RouteAnswer<'GET /api/reports/:name'>;
type Told = Report['formulas'][number];
type Asked = Pick<RouteInput<'GET /api/reports/:name/tickets'>['query'], 'column' | 'part'>;

/** What a report counts, and the rates that are made of it. */
export class Figures<Name extends string, Measure extends { readonly label: string; readonly isOnlyPart?: true }> {
  constructor(
    readonly measures: Readonly<Record<Name, Measure>>,
    readonly formulas: Readonly<Record<string, Formula<Name>>>,
  ) {}

  /** The same without some of its columns. */
  without(isLeftOut: (measure: Measure) => boolean): Figures<Name, Measure> {
    const kept = (Object.entries(this.measures) as [Name, Measure][]).filter(([, measure]) => !isLeftOut(measure));
    return new Figures(Object.fromEntries(kept) as Record<Name, Measure>, this.formulas);
  }

  columns(by: Dimension): Report['columns'] {
    return [
      { key: by, label: dimensions[by].label, kind: 'label', formula: null },
      ...this.names.map((key) => ({ key, label: this.measures[key].label, kind: 'count' as const, formula: null })),
      ...Object.entries(this.formulas).map(([key, { label }]) => ({
        ...{ key, label, formula: key },
        kind: 'rate' as const,
      })),
    ];
  }

  cells(counts: Counts): Report['totals'] {
    const rates = Object.entries(this.formulas).map(([name, formula]) => [name, rate(formula, counts)] as const);
    return {
      ...Object.fromEntries(this.names.map((name) => [name, counts[name] ?? 0])),
      ...Object.fromEntries(rates),
    };
  }

  /** What each rate is made of, of whom, and by which date. */
  told(basis: Pick<Told, 'population' | 'dateBasis'>): Told[] {
    return Object.entries(this.formulas).map(([name, formula]) => ({
      ...{ name, version: formula.version, label: formula.label },
      numerator: partsOf(formula.numerator)
        .map((part) => this.said(part))
        .join(' + '),
      denominator: this.measures[formula.denominator].label,
      ...basis,
      ...(formula.dateBasis && { dateBasis: formula.dateBasis }),
      explained: formula.explained ?? null,
      example: formula.example ? rate(formula, formula.example) : null,
    }));
  }

  /** What is counted in a column, or in a part of a rate: all of it, however much each counts there. @throws Refusal */
  behind({ column, part }: Asked): Measure[] {
    if (Object.hasOwn(this.measures, column)) return [this.measures[column as Name]];
    const formula = Object.hasOwn(this.formulas, column) ? this.formulas[column] : undefined;
    if (!formula) throw refusalAt('column', '没有这一列');
    const asked = part === 'numerator' ? formula.numerator : formula.denominator;
    return partsOf(asked).map(({ measure }) => this.measures[measure]);
  }

  /** Those that have a column. */
  private get names(): Name[] {
    return (Object.keys(this.measures) as Name[]).filter((name) => !this.measures[name].isOnlyPart);
  }

  /** 0.8×基本满意 */
  private said({ measure, tenths }: Weighed<Name>): string {
    return `${tenths === 10 ? '' : `${tenths / 10}×`}${this.measures[measure].label}`;
  }
}
