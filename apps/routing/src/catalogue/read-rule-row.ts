import type { z } from 'zod';
import { raisedUrgencies, dispatchRuleInput } from '#http-api/dispatch-rule-shapes';
import { inputFault } from '#http-api/input-fault';
import { channels } from '#ticket/channel';
import { limitClasses } from '#ticket/limit-class';
import { ticketTypes } from '#ticket/ticket-type';
import { urgencies } from '#ticket/urgency';
import type { Directory } from '#platform/directory';
import { oneNamed } from '#platform/one-named';
import type { HeadedRow } from '#platform/tables/headed-rows';
import { headerOf, type RuleColumn } from './rule-columns';

/** A row of a file, as a row of the catalogue is written. */
export interface ReadRule {
  readonly line: number;
  readonly seriesId: string | null;
  readonly said: z.output<typeof dispatchRuleInput>;
}

/** A row of a file that says something else than a row of the catalogue can: everything that is wrong with it. */
export class UnreadableRow extends Error {}

type Labels = Readonly<Record<string, { readonly label: string }>>;
type Named = { readonly code: string; readonly name: string };

/** @throws UnreadableRow */
export function readRuleRow({ line, said }: HeadedRow<RuleColumn>, directory: Directory): ReadRule {
  const reader = new CellReader(said);
  const { departments } = directory;
  const inForce = [...departments.values()].filter(({ id }) => directory.departmentInForce(id));
  const row = {
    categoryCode:
      reader.named('categoryCode', directory.categories.values())?.code ??
      reader.named('category', directory.categories.values())?.code,
    areaCode:
      reader.named('areaCode', directory.areas.values())?.code ?? reader.named('area', directory.areas.values())?.code,
    keywords: reader.list('keywords'),
    types: reader.codes('types', ticketTypes),
    urgencies: reader.codes('urgencies', urgencies),
    channels: reader.codes('channels', channels),
    precedence: reader.number('precedence'),
    leadId: reader.named('lead', inForce)?.id,
    coHandlerIds: reader.allNamed('coHandlers', inForce).map(({ id }) => id),
    basis: said.basis || null,
    urgency: reader.codes('urgency', raisedUrgencies)[0],
    limitClass: reader.codes('limitClass', limitClasses)[0],
    validFrom: reader.day('validFrom'),
    validTo: reader.day('validTo') ?? null,
  };
  return { line, seriesId: said.seriesId || null, said: reader.parsed(row) };
}

/** Reads cells and gathers what is wrong with them, each by its column. */
class CellReader {
  private readonly faults: string[] = [];

  constructor(private readonly said: HeadedRow<RuleColumn>['said']) {}

  list(key: RuleColumn): string[] {
    return this.said[key]
      .split(/[、,，;；\n]+/)
      .map((word) => word.trim())
      .filter(Boolean);
  }

  codes(key: RuleColumn, table: Labels): string[] {
    const known = Object.keys(table);
    return this.list(key).flatMap((word) => {
      const found = known.find((code) => code === word || table[code]?.label === word);
      if (found !== undefined) return [found];
      this.fault(key, `没有“${word}”，须为${known.map((code) => table[code]?.label).join('、')}`);
      return [];
    });
  }

  number(key: RuleColumn): number | undefined {
    const text = this.said[key];
    return text === '' ? undefined : Number(text);
  }

  day(key: RuleColumn): string | undefined {
    const text = this.said[key];
    const [, year = '', month = '', day = ''] =
      /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?: 0?0:00(?::00)?)?$/.exec(text) ?? [];
    if (text !== '' && year === '') this.fault(key, '须为日期，如 2026-10-08');
    return year === '' ? undefined : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  }

  named<Row extends Named>(key: RuleColumn, rows: Iterable<Row>): Row | undefined {
    return this.said[key] === '' ? undefined : this.oneOf(key, rows, this.said[key]);
  }

  allNamed<Row extends Named>(key: RuleColumn, rows: readonly Row[]): Row[] {
    return this.list(key).flatMap((word) => this.oneOf(key, rows, word) ?? []);
  }

  /** @throws UnreadableRow */
  parsed(row: { validFrom?: string; validTo: string | null }): ReadRule['said'] {
    if (this.said.lead === '') this.fault('lead', '不能为空');
    const { validFrom, validTo } = row;
    if (validFrom && validTo && validTo < validFrom) this.fault('validTo', '须晚于启用日期');
    if (this.faults.length > 0) throw new UnreadableRow(this.faults.join('；'));
    const read = dispatchRuleInput.safeParse(row, { error: inputFault });
    if (read.success) return read.data;
    for (const { path, message } of read.error.issues) this.fault(columnOf(String(path[0])), message);
    throw new UnreadableRow(this.faults.join('；'));
  }

  private oneOf<Row extends Named>(key: RuleColumn, rows: Iterable<Row>, said: string): Row | undefined {
    const found = oneNamed(rows, said);
    if (found === 'none') this.fault(key, `没有“${said}”，或已停用`);
    if (found === 'several') this.fault(key, `有几个叫“${said}”，请填编码`);
    return typeof found === 'string' ? undefined : found;
  }

  private fault(key: RuleColumn, fault: string): void {
    this.faults.push(`${headerOf(key)}：${fault}`);
  }
}

/** The column that a field of the catalogue's row comes from, where it has another name. */
const columns: Readonly<Record<string, RuleColumn>> = { leadId: 'lead', coHandlerIds: 'coHandlers' };
const columnOf = (field: string): RuleColumn => columns[field] ?? (field as RuleColumn);
