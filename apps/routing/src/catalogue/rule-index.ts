import type { DispatchRule } from './dispatch-rule';

/** Versions of rows by the category they name and by their row, so that each is compared with few of many. */
export class RuleIndex {
  private readonly byCategory = new Groups<string | null>();
  private readonly bySeries = new Groups<string>();

  constructor(rules: Iterable<DispatchRule>) {
    for (const rule of rules) this.put(rule);
  }

  /** In place of what has its id. */
  put(rule: DispatchRule): void {
    this.byCategory.put(rule.categoryCode, rule);
    this.bySeries.put(rule.seriesId, rule);
  }

  /** The same with these put into it. */
  with(rules: Iterable<DispatchRule>): RuleIndex {
    const changed = new RuleIndex(this.all());
    for (const rule of rules) changed.put(rule);
    return changed;
  }

  all(): DispatchRule[] {
    return this.bySeries.all();
  }

  /** Rows that name this category itself; those that name none for null. */
  at(categoryCode: string | null): DispatchRule[] {
    return this.byCategory.of(categoryCode);
  }

  /** Rows that may be for a matter of these categories. */
  for(categories: readonly string[]): DispatchRule[] {
    return [null, ...categories].flatMap((code) => this.at(code));
  }

  /** All versions of one row. */
  series(seriesId: string): DispatchRule[] {
    return this.bySeries.of(seriesId);
  }
}

class Groups<Key> {
  private readonly groups = new Map<Key, Map<string, DispatchRule>>();

  put(key: Key, rule: DispatchRule): void {
    const group = this.groups.get(key) ?? new Map<string, DispatchRule>();
    this.groups.set(key, group.set(rule.id, rule));
  }

  of(key: Key): DispatchRule[] {
    return [...(this.groups.get(key)?.values() ?? [])];
  }

  all(): DispatchRule[] {
    return [...this.groups.values()].flatMap((group) => [...group.values()]);
  }
}
