import { askedExtensionStates, askedHoldStates, extensionStates, holdStates } from './request-state';

describe('a request', () => {
  it('waits for its department’s head before the hotline hears of it, which only the department sees', () => {
    expect(askedExtensionStates).toEqual({ ...extensionStates, signing: { label: '待签发' } });
    expect(askedHoldStates).toEqual({ ...holdStates, signing: { label: '待签发' } });
    expect([...Object.keys(extensionStates), ...Object.keys(holdStates)]).not.toContain('signing');
  });

  it('for more time is decided or lapses; one to put a ticket aside opens an entry that ends', () => {
    expect(Object.keys(extensionStates)).toEqual(['pending', 'approved', 'refused', 'lapsed']);
    expect(Object.keys(holdStates)).toEqual(['pending', 'open', 'ended', 'refused', 'lapsed']);
  });
});
