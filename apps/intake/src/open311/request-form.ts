import { z } from 'zod';
import { ticketTypes } from '#ticket/ticket-type';
import { enumOf, instant, looseText, phone, text, webAddress } from '#http-api/fields';
import type { Read } from '../channels/adapter';
import { titleFrom } from '../channels/title-from';
import { readForm } from '../channels/read-form';
import type { ServiceAttributeCode } from './service-attributes';

const coordinate = (most: number) => z.coerce.number().min(-most).max(most);
/** What a form leaves empty it does not say. */
const optional = <Shape extends z.ZodType>(shape: Shape) =>
  z.preprocess((value) => (value === '' ? undefined : value), shape.optional());

const attributes = z.strictObject({
  request_type: optional(enumOf(ticketTypes)),
  occurred_at: optional(instant),
  subject_party: optional(looseText(200)),
} satisfies Record<ServiceAttributeCode, z.ZodType>);

/** What GeoReport v2 sends to ask for a service. Names of devices and accounts are theirs: we keep none. */
export const requestForm = z
  .object({
    service_code: text(64),
    lat: optional(coordinate(90)),
    long: optional(coordinate(180)),
    address_string: optional(looseText(300)),
    /** The code of an area of ours. */
    address_id: optional(text(64)),
    description: optional(looseText(4_000)),
    email: optional(z.email().max(200)),
    first_name: optional(looseText(30)),
    last_name: optional(looseText(30)),
    phone: optional(phone),
    media_url: optional(webAddress),
    attribute: attributes.default({}),
  })
  .refine(({ lat, long }) => (lat === undefined) === (long === undefined), {
    path: ['lat'],
    error: '须同时提供 lat 和 long',
  })
  .refine(({ lat, address_string: address, address_id: id }) => lat !== undefined || address || id, {
    path: ['lat'],
    error: '须说明地点：lat 和 long、address_string 或 address_id',
  });

type RequestForm = z.output<typeof requestForm>;

/** The fields of a form as one object: `attribute[code]` stands within `attribute`. What is said twice is said last. */
export function fieldsOf(form: string): Record<string, unknown> {
  const said = new URLSearchParams(form);
  const plain: Record<string, unknown> = {};
  const attribute: Record<string, unknown> = {};
  for (const [name, value] of said) {
    const code = /^attribute\[(\w+)\](\[\])?$/.exec(name)?.[1];
    if (code !== undefined) attribute[code] = value;
    else if (name !== 'attribute') plain[name] = value;
  }
  return { ...plain, attribute };
}

/** What was asked for as a registration. An e-mail address stands where the citizen's own address does: encrypted. */
export function readRequest({ attribute, ...form }: RequestForm): Read {
  const name = `${form.last_name ?? ''}${form.first_name ?? ''}`.trim();
  const { lat, long } = form;
  return readForm({
    type: attribute.request_type,
    title: titleFrom(form.description),
    content: form.description,
    categoryCode: form.service_code,
    areaCode: form.address_id,
    address: form.address_string,
    location: lat !== undefined && long !== undefined ? { lat, lng: long } : undefined,
    occurredAt: attribute.occurred_at,
    subjectParty: attribute.subject_party,
    citizen: {
      ...(name && { name }),
      ...(form.phone && { phone: form.phone }),
      ...(form.email && { address: `电子邮箱 ${form.email}` }),
    },
    attributes: form.media_url ? { 图片网址: form.media_url } : undefined,
  });
}
