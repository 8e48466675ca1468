import type { Heir, PlaceKind, PlaceVersion } from '#store/place-versions';

/** By what one heir is told from the others: the matter, and where it lies. */
export interface Matter {
  readonly categories: readonly string[];
  readonly areas: readonly string[];
}

/** What departments, areas and categories were called and where they stood at any time, and who answers for those that are no more. */
export class PlaceHistory {
  private readonly versions = new Map<string, PlaceVersion[]>();
  private readonly heirs = new Map<string, Heir[]>();
  private readonly heirsOf = new Map<string, string[]>();

  constructor(versions: readonly PlaceVersion[] = [], heirs: readonly Heir[] = []) {
    for (const each of versions) put(this.versions, keyOf(each.kind, each.key), each);
    for (const each of heirs) {
      put(this.heirs, keyOf(each.kind, each.key), each);
      put(this.heirsOf, keyOf(each.kind, each.heir), each.key);
    }
  }

  /** As it stood at an instant; as it began where that is before. Undefined for what is not known. */
  at(kind: PlaceKind, key: string, instant: Date): PlaceVersion | undefined {
    const known = this.versions.get(keyOf(kind, key)) ?? [];
    return known.findLast(({ from }) => from <= instant) ?? known[0];
  }

  /** All of them, the one for everything first. */
  allHeirs(kind: Heir['kind'], key: string): readonly string[] {
    return (this.heirs.get(keyOf(kind, key)) ?? []).map(({ heir }) => heir);
  }

  /** Those whose place one took. */
  predecessors(kind: Heir['kind'], key: string): readonly string[] {
    return this.heirsOf.get(keyOf(kind, key)) ?? [];
  }

  /** Who answers for a matter of one that is no more, and for whoever did so when that is no more either; itself while it is. */
  heirFor(kind: Heir['kind'], key: string, matter: Matter): string {
    const next = heirAmong(this.heirs.get(keyOf(kind, key)) ?? [], matter);
    return next === undefined ? key : this.heirFor(kind, next, matter);
  }
}

/** The first that is named for the matter; otherwise the one that is named for everything, which comes first. */
export const heirAmong = (
  heirs: readonly Pick<Heir, 'heir' | 'categoryCodes' | 'areaCodes'>[],
  matter: Matter,
): string | undefined => (heirs.find((each) => isNamedFor(each, matter)) ?? heirs[0])?.heir;

const isNamedFor = (
  { categoryCodes, areaCodes }: Pick<Heir, 'categoryCodes' | 'areaCodes'>,
  { categories, areas }: Matter,
): boolean => categoryCodes.some((code) => categories.includes(code)) || areaCodes.some((code) => areas.includes(code));

const keyOf = (kind: PlaceKind, key: string): string => `${kind}/${key}`;

function put<Value>(groups: Map<string, Value[]>, key: string, value: Value): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}
