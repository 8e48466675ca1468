import { moveForm } from './move-form';

/** What a citizen allows about themselves. */
export const identityMoves = {
  changeCallbackNumber: moveForm('POST /api/tickets/:id/callback-number', {
    on: 'ticket',
    rank: 'more',
    note: '回访号码以登记时为准；更改会记入办理过程，并显示在评价旁。',
    fields: [
      { name: 'phone', label: '新号码', input: 'text', required: true },
      { name: 'reason', label: '更改原因', input: 'long-text', required: true, lines: 2 },
    ],
  }),
  consentToIdentity: moveForm('POST /api/tickets/:id/identity-consents', {
    on: 'ticket',
    rank: 'more',
    isFor: ({ citizen }) => citizen.confidential,
    note: '诉求人要求保密。只有本人同意后，才可告知一名指定的承办人员。',
    fields: [
      { name: 'officerId', label: '同意告知', input: 'officer', required: true },
      { name: 'basis', label: '同意的时间和方式', input: 'long-text', required: true, lines: 2 },
    ],
  }),
  liftConfidentiality: moveForm('POST /api/tickets/:id/lift-confidentiality', {
    on: 'ticket',
    rank: 'more',
    isFor: ({ citizen, type }) => citizen.confidential && type !== 'report',
    note: '诉求人本人不再要求保密。解除后，承办单位办理期间可查看联系方式。',
    fields: [{ name: 'basis', label: '本人表示的时间和方式', input: 'long-text', required: true, lines: 2 }],
  }),
  withdrawConsent: moveForm('POST /api/tickets/:id/identity-consents/withdraw', {
    on: 'ticket',
    rank: 'more',
    isFor: ({ identityConsents }) => identityConsents.length > 0,
    fields: [
      { name: 'officerId', label: '不再告知', input: 'consented', required: true },
      { name: 'reason', label: '原因', input: 'long-text', required: true, lines: 2 },
    ],
  }),
};
