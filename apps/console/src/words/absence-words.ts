import { instant } from './instant';

export interface AbsenceTold {
  readonly deputy: { readonly name: string };
  readonly from: string;
  readonly until: string;
}

/** 张敏代理，11-26 08:30 至 11-28 18:00 */
export const absenceWords = ({ deputy, from, until }: AbsenceTold): string =>
  `${deputy.name}代理，${instant(from)} 至 ${instant(until)}`;
