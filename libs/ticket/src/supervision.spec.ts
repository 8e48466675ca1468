import { orderedBy } from './supervision';

it('an order says why it is given, where its cause has a name, and how', () => {
  expect(orderedBy('media', 'written')).toBe('因媒体关注，现予以书面督办。');
  expect(orderedBy('other', 'on-site')).toBe('现予以现场督办。');
});
