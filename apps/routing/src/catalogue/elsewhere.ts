import { Injectable } from '@nestjs/common';
import { shanghaiDate } from '#calendar/shanghai-time';
import type { ElsewhereView } from '#http-api/dispatch-rule-shapes';
import type { Ticket } from '#ticket/ticket';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { monthStart } from '#store/partitions';
import { firstIdAt } from '#store/uuid-v7';
import { Directory, type Place } from '#platform/directory';
import { placeNamed } from '#platform/place-named';
import { DispatchRules } from '../dispatch-rules';
import { firstDayOf, rowsTouched, type CatalogueChange } from './catalogue-change';
import type { CheckedAgainst } from './check-rule';
import type { DispatchRule } from './dispatch-rule';
import { rankRules } from './rank-rules';
import type { RuleIndex } from './rule-index';

/** Tickets that a preview looks at, the newest of the month: beyond them it says that there are more. */
const mostLookedAt = 50_000;
/** Moves from one department to another that a preview names. */
const mostNamed = 100;
/** Tickets of one move that it names. */
const examples = 5;

/** Tickets that no row can tell apart. */
interface Alike extends Pick<Ticket, 'categoryCode' | 'areaCode' | 'type' | 'urgency' | 'channel'> {
  [column: string]: unknown;
  /** The words of rows that stand in them. */
  words: string[];
  tickets: number;
  examples: { id: string; number: string }[];
}

interface Compared extends Pick<CheckedAgainst, 'before' | 'after'> {
  readonly changes: readonly CatalogueChange[];
}

/** 预览: which tickets of last month the catalogue, changed so, would have sent elsewhere. Tickets are taken as they stand. */
@Injectable()
export class Elsewhere {
  constructor(
    private readonly database: Database,
    private readonly rules: DispatchRules,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  async of({ before, after, changes }: Compared): Promise<ElsewhereView> {
    const today = shanghaiDate(this.clock.now());
    const [month, touched] = [monthStart(this.clock.now(), -1), changes.flatMap(rowsTouched)];
    const alike =
      touched.length === 0 ? [] : await this.alike(month, wordsIn([...before.all(), ...after.all()]), touched);
    // As on the day when all of it is in force.
    const day = [today, ...changes.map(firstDayOf)].sort().at(-1) ?? today;
    const compared = alike.map((each) => ({
      ...each,
      from: this.first(before, each, day),
      to: this.first(after, each, day),
    }));
    const moved = compared.filter(({ from, to }) => from?.leadId !== to?.leadId);
    const lookedAt = sum(alike);
    return {
      month: shanghaiDate(month).slice(0, 7),
      tickets: sum(moved),
      otherwise: sum(compared.filter(({ from, to }) => from?.leadId === to?.leadId && isOtherwise(from, to))),
      lookedAt,
      exact: lookedAt < mostLookedAt,
      items: this.named(moved),
    };
  }

  /** The row that counts. */
  private first(index: RuleIndex, { words, ...alike }: Alike, day: string): DispatchRule | undefined {
    const matter = { ...this.rules.matterOf(alike), text: words.join('\n'), day };
    return rankRules(index.for(matter.categories), matter, this.rules.departments)[0]?.rule;
  }

  /** Dispatched tickets of a month that one of these rows may be for, those that no row tells apart as one. */
  private alike(month: Date, words: readonly string[], touched: readonly DispatchRule[]): Promise<Alike[]> {
    const [from, to] = [month, monthStart(month, 1)].map(firstIdAt);
    const values: unknown[] = [from, to, words];
    const within = (column: string, codes: readonly string[] | null) =>
      codes ? `AND ${column} = ANY($${values.push(codes)}::text[])` : '';
    const { categories, areas } = this.directory;
    const places = [
      within(
        'category_code',
        this.below(
          categories,
          touched.map(({ categoryCode }) => categoryCode),
        ),
      ),
      within(
        'area_code',
        this.below(
          areas,
          touched.map(({ areaCode }) => areaCode),
        ),
      ),
    ];
    return this.database.lists.query<Alike>(
      `SELECT category_code AS "categoryCode", area_code AS "areaCode", type, urgency, channel,
         ARRAY(SELECT word FROM unnest($3::text[]) word WHERE position(word IN text) > 0) AS words, count(*)::int AS tickets,
         to_json((array_agg(json_build_object('id', id, 'number', number) ORDER BY id DESC))[1:${examples}]) AS examples
       FROM (
         SELECT id, number, category_code, area_code, type, urgency, channel, lower(title || E'\\n' || content) AS text
         FROM ticket.ticket
         WHERE id >= $1 AND id < $2 AND dispatched_at IS NOT NULL AND NOT imported ${places.join(' ')}
         ORDER BY id DESC LIMIT ${mostLookedAt}
       ) found GROUP BY 1, 2, 3, 4, 5, 6`,
      values,
    );
  }

  /** All codes within these; null when one of them is open. */
  private below(places: ReadonlyMap<string, Place>, codes: readonly (string | null)[]): string[] | null {
    const named = new Set(codes.filter((code) => code !== null));
    if (named.size < new Set(codes).size) return null;
    return [...places.keys()].filter((code) => this.directory.chain(places, code).some((each) => named.has(each)));
  }

  /** From where to where, the most tickets first. */
  private named(moved: readonly (Alike & { from?: DispatchRule; to?: DispatchRule })[]): ElsewhereView['items'] {
    const moves = new Map<string, ElsewhereView['items'][number]>();
    for (const { from, to, categoryCode, tickets, examples: some } of moved) {
      const key = [from?.leadId, to?.leadId, categoryCode].join('/');
      const known = moves.get(key);
      moves.set(key, {
        from: this.department(from),
        to: this.department(to),
        category: placeNamed(this.directory.categories, categoryCode),
        tickets: (known?.tickets ?? 0) + tickets,
        examples: [...(known?.examples ?? []), ...some].slice(0, examples),
      });
    }
    return [...moves.values()].sort((left, right) => right.tickets - left.tickets).slice(0, mostNamed);
  }

  private department = (rule: DispatchRule | undefined) =>
    rule ? { id: rule.leadId, name: this.directory.departmentName(rule.leadId) } : null;
}

const sum = (alike: readonly Pick<Alike, 'tickets'>[]): number => alike.reduce((all, { tickets }) => all + tickets, 0);

const wordsIn = (rules: readonly DispatchRule[]): string[] => [
  ...new Set(rules.flatMap(({ keywords }) => keywords.map((word) => word.toLowerCase()))),
];

/** To the same lead, and yet not the same. */
const isOtherwise = (from: DispatchRule | undefined, to: DispatchRule | undefined): boolean =>
  from?.urgency !== to?.urgency ||
  from?.limitClass !== to?.limitClass ||
  [...(from?.coHandlerIds ?? [])].sort().join() !== [...(to?.coHandlerIds ?? [])].sort().join();
