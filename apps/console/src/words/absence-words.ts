import { instant } from './instant';

export interface AbsenceTold {
  readonly deputy: { readonly name: string };
  readonly from: string;
  readonly until: string;
  /** Not told by events from before deputies could lapse. */
  readonly lapsed?: boolean;
}

/** 张敏代理，11-26 08:30 至 11-28 18:00; 无人代理（张敏已离岗），… */
export const absenceWords = ({ deputy, from, until, lapsed }: AbsenceTold): string =>
  `${lapsed ? `无人代理（${deputy.name}已离岗）` : `${deputy.name}代理`}，${instant(from)} 至 ${instant(until)}`;
