/** The four services; each has one queue (docs/adr). */
export const services = {
  intake: { promise: '跟踪办' },
  routing: { promise: '派单' },
  deadlines: { promise: '限时办, 督促办' },
  satisfaction: { promise: '办满意' },
} as const;

export type Service = keyof typeof services;
export const serviceNames = Object.keys(services) as Service[];
