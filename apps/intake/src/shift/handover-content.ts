import { Injectable } from '@nestjs/common';
import type { HandoverContent } from '#http-api/shift-shapes';
import type { Sql } from '#store/sql';
import { HandoverItems, type ListedItem } from './handover-items';
import { lastHandedOver, type Handover } from './handover-rows';
import { shiftById, shiftsInForce } from './shift-rows';
import { nextOf, workedOn, type WorkedShift } from './shift-times';

/** The list of a hand-over at an instant: from the database, with what is noted and what is carried over. */
@Injectable()
export class HandoverContents {
  constructor(private readonly items: HandoverItems) {}

  async at(sql: Sql, { id, shiftId, day, notes }: Handover, now: Date): Promise<HandoverContent> {
    const shift = await shiftById(sql, shiftId);
    const worked = workedOn(shift, day);
    const next = nextOf(await shiftsInForce(sql), worked, shift);
    const { items, counts } = await this.items.read(sql, now, next.until);
    const cut = counts.map(({ kind }) => kind);
    const before = await lastHandedOver(sql, id);
    const listed = new Set(items.map(({ key }) => key));
    return {
      asOf: now.toISOString(),
      shift: { id: shiftId, ...told(worked) },
      next: told(next),
      items: items.map((item) => ({ ...item, ...carried(item, before, notes.items[item.key]) })),
      ended: (before?.items ?? [])
        .filter(({ key, kind }) => !listed.has(key) && !cut.includes(kind))
        .map(({ key, title }) => ({ key, title })),
      cut,
      counts,
      note: notes.note.trim() || null,
    };
  }
}

/** What was noted before stays until something else is noted; an item keeps the shift that handed it over first. */
function carried({ key }: ListedItem, before: HandoverContent | null, noted: string | undefined) {
  const earlier = before?.items.find((item) => item.key === key);
  return {
    note: (noted ?? earlier?.note ?? '').trim() || null,
    carriedFrom: earlier && before ? (earlier.carriedFrom ?? `${before.shift.day} ${before.shift.name}`) : null,
  };
}

const told = ({ name, day, from, until }: WorkedShift) => ({
  name,
  day,
  from: from.toISOString(),
  until: until.toISOString(),
});
