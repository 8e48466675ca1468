import { actorWords } from './actor-words';

describe('who did it', () => {
  it.each([
    ['intake', '系统'],
    ['routing', '系统'],
    ['deadlines', '系统'],
    ['satisfaction', '系统'],
    ['system', '系统'],
    ['citizen', '诉求人'],
    ['0198f3a2-7c1e-7000-8000-0000000000a1', '工作人员'],
    ['0198F3A27C1E7000', '工作人员'],
    ['0198f3a27c1e700', '0198f3a27c1e700'],
    ['city 0198f3a27c1e7000', 'city 0198f3a27c1e7000'],
    ['0198f3a27c1e7000 city', '0198f3a27c1e7000 city'],
    ['city-hotline', 'city-hotline'],
  ])('by the name of %s reads %s', (actor, words) => {
    expect(actorWords(actor)).toBe(words);
  });
});
