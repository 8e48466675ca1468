import { placeWords } from './place-words';

const matter = { lat: 29.3233, lng: 107.76 };

it.each([
  [{ lat: 29.3233, lng: 107.76 }, '拍摄位置距事发地约 10 米'],
  [{ lat: 29.3243, lng: 107.76 }, '拍摄位置距事发地约 110 米'],
  [{ lat: 29.4233, lng: 107.76 }, '拍摄位置距事发地约 11.1 公里'],
])('says of a picture taken at %p how far from the matter that is: %s', (taken, words) => {
  expect(placeWords(taken, matter)).toBe(words);
});

it('says the place itself where nobody knows the place of the matter', () => {
  expect(placeWords(matter, null)).toBe('拍摄位置 29.3233, 107.7600');
});
