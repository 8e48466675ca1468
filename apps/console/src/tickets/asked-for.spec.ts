import { askedFor } from './asked-for';

describe('what somebody looks for', () => {
  it.each([
    ['a ticket’s number', '20260902 0000013 14', { number: '20260902000001314' }],
    ['a mobile phone’s number', '138-1234-5678', { phone: '13812345678' }],
    ['words', '噪声', { q: '噪声' }],
    ['words with a number in them', '12号楼', { q: '12号楼' }],
    ['a number of another kind', '4001234567', { q: '4001234567' }],
  ])('may be %s', (_what, q, asked) => expect(askedFor({ q, state: 'closed' })).toEqual({ ...asked, state: 'closed' }));

  it('may be nothing', () => expect(askedFor({ type: 'help' })).toEqual({ type: 'help' }));
});
