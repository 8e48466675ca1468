import type { Service } from '#ticket/service';
import { labelOf, type Labelled } from '../words/options';

const services: Record<Service, Labelled[string]> = {
  intake: { label: '受理' },
  routing: { label: '派单办理' },
  deadlines: { label: '时限' },
  satisfaction: { label: '审核回访' },
};

export const serviceWords = (service: string): string => labelOf(services, service);
