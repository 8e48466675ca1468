import { Injectable } from '@nestjs/common';
import { handoverKinds, type DutyMatterKind, type HandoverKind } from '#ticket/duty';
import { redactIdentity } from '#ticket/redact-identity';
import { states, type State } from '#ticket/state';
import type { HandoverContent } from '#http-api/shift-shapes';
import type { Sql } from '#store/sql';
import { cappedCount, type CappedCount } from '#platform/capped-count';
import { Directory } from '#platform/directory';
import { placeNamed } from '#platform/place-named';
import { holderLabels, TicketViews } from '#platform/ticket-views';
import { matterInWords } from './duty-matters';
import { handoverQueries, type FoundItem } from './handover-queries';

type Item = HandoverContent['items'][number];
/** An item before it is known what was noted of it. */
export type ListedItem = Omit<Item, 'note' | 'carriedFrom'>;

interface Listed {
  readonly items: readonly ListedItem[];
  /** Of the kinds of which there are more than are listed. */
  readonly counts: NonNullable<HandoverContent['counts']>;
}

const kinds = Object.keys(handoverKinds) as HandoverKind[];
/** Of one kind at most so many: more than this nobody reads out. */
const mostOfAKind = 300;
/** Beyond this nobody needs to know how many. */
const mostCounted = 10_000;

/** What the next shift has to know, as the database has it this moment; without who asked. */
@Injectable()
export class HandoverItems {
  constructor(
    private readonly views: TicketViews,
    private readonly directory: Directory,
  ) {}

  /** @param until when the next shift ends */
  async read(sql: Sql, now: Date, until: Date): Promise<Listed> {
    const items: ListedItem[] = [];
    const counts: Listed['counts'][number][] = [];
    for (const kind of kinds) {
      const rows = await sql.query<FoundItem>(handoverQueries[kind], [now, until, mostOfAKind + 1]);
      if (rows.length > mostOfAKind) counts.push({ kind, ...(await this.count(sql, kind, now, until)) });
      items.push(...rows.slice(0, mostOfAKind).map((row) => this.item(kind, row)));
    }
    return { items, counts };
  }

  private count(sql: Sql, kind: HandoverKind, now: Date, until: Date): Promise<CappedCount> {
    return cappedCount(sql, `FROM (${handoverQueries[kind]}) listed`, [now, until, mostCounted + 1], mostCounted);
  }

  private item(kind: HandoverKind, row: FoundItem): ListedItem {
    const { ticketId, number, dueAt, lastContactAt } = row;
    return {
      key: `${kind}/${row.key}`,
      kind,
      group: handoverKinds[kind].group,
      ticket: ticketId !== null && number !== null ? { id: ticketId, number } : null,
      title: this.titleOf(kind, row),
      holder: row.holder ?? holderOf(row),
      dueAt: dueAt?.toISOString() ?? null,
      lastContactAt: lastContactAt?.toISOString() ?? null,
    };
  }

  /** The list is kept for years, and nobody's identity may be kept with it. */
  private titleOf(kind: HandoverKind, row: FoundItem): string {
    if (kind === 'city-outage' || kind === 'task') return this.matterOf(row.title);
    if (row.ticketId === null) return row.title;
    const { name = null, phone = null, address = null } = this.views.contactOf(row) ?? {};
    return redactIdentity(row.title, { name, phone, address });
  }

  private matterOf(json: string): string {
    const { kind, areaCode, text } = JSON.parse(json) as {
      kind: DutyMatterKind;
      areaCode: string | null;
      text: string;
    };
    const area = placeNamed(this.directory.areas, areaCode);
    return matterInWords({ kind, area, text });
  }
}

function holderOf({ state, lead }: FoundItem): string | null {
  const holder = state === null ? null : states[state as State].holder;
  return holder === 'lead' ? lead : holder && holderLabels[holder];
}
