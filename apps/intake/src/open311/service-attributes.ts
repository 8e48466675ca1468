import { ticketTypes } from '#ticket/ticket-type';

/** One question that a service asks besides (GeoReport v2, service definition). */
interface ServiceAttribute {
  readonly datatype: 'string' | 'number' | 'datetime' | 'text' | 'singlevaluelist' | 'multivaluelist';
  readonly required: boolean;
  readonly datatype_description: string;
  readonly description: string;
  readonly values: readonly { readonly key: string; readonly name: string }[];
}

/** What every service asks, by the code under which it is answered: `attribute[occurred_at]=…`. */
export const serviceAttributes = {
  request_type: {
    datatype: 'singlevaluelist',
    required: false,
    datatype_description: '诉求类型',
    description: '属于哪一类诉求',
    values: Object.entries(ticketTypes).map(([key, { label }]) => ({ key, name: label })),
  },
  occurred_at: {
    datatype: 'datetime',
    required: false,
    datatype_description: 'ISO 8601，如 2026-10-08T09:00:00+08:00',
    description: '何时发生',
    values: [],
  },
  subject_party: {
    datatype: 'string',
    required: false,
    datatype_description: '单位、商户或工程名称',
    description: '反映的是谁',
    values: [],
  },
} as const satisfies Record<string, ServiceAttribute>;

export type ServiceAttributeCode = keyof typeof serviceAttributes;
