import { Injectable } from '@nestjs/common';
import { redactIdentity } from '#ticket/redact-identity';
import { states } from '#ticket/state';
import { openContact } from '#store/citizen';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { KeyRing } from '#store/key-ring';
import { Directory } from '#platform/directory';
import { NotFound } from '#store/store-errors';
import { publicPlace } from './public-place';
import { spanOf, type RequestQuery } from './request-query';
import { requestsByNumber, requestsIn, type RequestRow } from './request-rows';

/** Tickets that came by Open311, as anybody may read them: without whoever asked. */
@Injectable()
export class Requests {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keys: KeyRing,
    private readonly directory: Directory,
  ) {}

  async list(query: RequestQuery): Promise<object[]> {
    const { lists } = this.database;
    const numbers = query.service_request_id;
    const rows = numbers
      ? await requestsByNumber(lists, numbers)
      : await requestsIn(lists, spanOf(query, this.clock.now()), query);
    return rows.map((row) => this.view(row));
  }

  /** @throws NotFound */
  async one(number: string): Promise<object[]> {
    const rows = await requestsByNumber(this.database.sql, [number]);
    if (rows.length === 0) throw new NotFound('request');
    return rows.map((row) => this.view(row));
  }

  private view(row: RequestRow): object {
    const isClosed = !states[row.state].open;
    const conceal = this.concealing(row);
    const { categoryCode, leadDepartmentId, location } = row;
    return {
      service_request_id: row.number,
      status: isClosed ? 'closed' : 'open',
      status_notes: row.reply ? conceal(row.reply.publicText) : states[row.state].label,
      service_name: categoryCode === null ? null : (this.directory.categories.get(categoryCode)?.name ?? categoryCode),
      service_code: categoryCode,
      description: conceal(row.title),
      agency_responsible: leadDepartmentId === null ? null : this.directory.departmentName(leadDepartmentId),
      service_notice: null,
      requested_datetime: row.registeredAt.toISOString(),
      updated_datetime: row.stateSince.toISOString(),
      expected_datetime: row.promisedAt?.toISOString() ?? null,
      address: row.address === null ? null : conceal(publicPlace(row.address)),
      address_id: null,
      zipcode: null,
      lat: location?.lat ?? null,
      long: location?.lng ?? null,
      media_url: null,
    };
  }

  /** Takes out who asked, and whatever else tells who somebody is. */
  private concealing({ sealed, wrappedKey }: RequestRow): (text: string) => string {
    const contact = sealed && wrappedKey ? openContact(this.keys, { sealed, wrapped_key: wrappedKey }) : null;
    return (text) => redactIdentity(text, contact ?? undefined);
  }
}
