import { channelNeeds } from '#http-api/channel-needs';
import type { Adapter } from './adapter';
import { readForm } from './read-form';

/** 110移交: what the police hand over as no matter of theirs, under their own number. */
export const emergency110: Adapter<'emergency-110'> = {
  needs: channelNeeds['emergency-110'],
  read: ({ caseNumber, officer, ...form }, { system }) =>
    readForm({
      ...form,
      ...(system !== null && { upstreamSystem: system, upstreamNumber: caseNumber }),
      attributes: { 警情编号: caseNumber, ...(officer && { 移交民警: officer }) },
    }),
};
