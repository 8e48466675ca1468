import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { readSortedTickets } from '#store/issue-member-rows';
import { readRuleValues } from '#store/issue-rule-rows';
import type { Caller } from '#platform/caller';
import { Directory, type Place } from '#platform/directory';
import { KinOf } from '../issues/kin-of';
import { comparable, likeness } from '#platform/look-alikes/likeness';
import { BroadcastReading, type BroadcastView } from './broadcast-reading';

type Asked = RouteInput<'POST /api/broadcasts/suggest'>['body'];
type Fitting = RouteAnswer<'POST /api/broadcasts/suggest'>['items'][number];

/** Two texts that share this much of their pairs of characters are about the same thing, more likely than not. */
const alike = 0.3;

/** Which broadcast answers fit the matter that is being typed: by its issue, its class and place, or its words. */
@Injectable()
export class FittingBroadcasts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly directory: Directory,
    private readonly reading: BroadcastReading,
    private readonly kin: KinOf,
  ) {}

  async of(asked: Asked, caller: Caller): Promise<RouteAnswer<'POST /api/broadcasts/suggest'>> {
    const standing = await this.reading.inForce(caller);
    const isAboutIssues = standing.some(({ issue }) => issue !== null);
    const issueIds = isAboutIssues ? await this.issuesOf(asked) : new Set<string>();
    const fitting = standing.flatMap((broadcast): Fitting[] => {
      const reasons = this.reasons(broadcast, asked, issueIds);
      return reasons.length > 0 ? [{ broadcast, reasons }] : [];
    });
    return { items: fitting.sort((left, right) => right.reasons.length - left.reasons.length) };
  }

  /** The hot issues of which the matter would be one more, were it registered now. */
  private async issuesOf(asked: Asked): Promise<ReadonlySet<string>> {
    const rules = await readRuleValues(this.database.sql);
    const kin = await this.kin.matter(asked, rules, this.clock.now());
    const tickets = await readSortedTickets(
      this.database.sql,
      kin.map(({ other }) => other),
    );
    return new Set(tickets.flatMap(({ issueId }) => issueId ?? []));
  }

  /** What is said of a class or an area fits what lies within it, and nothing else. */
  private reasons(broadcast: BroadcastView, asked: Asked, issueIds: ReadonlySet<string>): string[] {
    const { category, area, issue } = broadcast;
    const { categories, areas } = this.directory;
    if (category && asked.categoryCode && !lies(categories, asked.categoryCode, category.code)) return [];
    if (area && asked.areaCode && !lies(areas, asked.areaCode, area.code)) return [];
    return [
      ...(issue && issueIds.has(issue.id) ? [`同一热点：${issue.name}`] : []),
      ...(category && asked.categoryCode ? [`同一事项分类：${category.name}`] : []),
      ...(area && asked.areaCode && !category && !issue ? [`同一区域：${area.name}`] : []),
      ...(sharesWords(broadcast, asked) ? ['用词相近'] : []),
    ];
  }
}

const sharesWords = ({ title, text }: BroadcastView, { title: said, content = '' }: Asked): boolean =>
  likeness(comparable({ title, content: '' }), comparable({ title: said, content: '' })) >= alike ||
  likeness(comparable({ title, content: text }), comparable({ title: said, content })) >= alike;

/** Whether a class or area is this one or lies below it. */
function lies(places: ReadonlyMap<string, Place>, code: string, within: string): boolean {
  for (let each: string | null = code; each !== null; each = places.get(each)?.parentCode ?? null)
    if (each === within) return true;
  return false;
}
