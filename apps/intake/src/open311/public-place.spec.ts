import { publicPlace } from './public-place';

describe('a place that everybody may read', () => {
  it.each([
    ['南湖路12号3单元501', '南湖路12号'],
    ['南湖路12号501室', '南湖路12号'],
    ['南湖路12号501', '南湖路12号'],
    ['幸福小区3栋2单元', '幸福小区3栋'],
    ['幸福小区3栋2-501', '幸福小区3栋'],
    ['幸福小区3-2-501', '幸福小区'],
    ['幸福小区十二号楼三单元五楼', '幸福小区十二号楼'],
    ['幸福小区１２号楼，４０２室门口', '幸福小区１２号楼'],
    ['滨江花园A座 1203', '滨江花园A座'],
  ])('ends where the household begins: %s', (place, publicly) => expect(publicPlace(place)).toBe(publicly));

  it.each([
    '南湖路12号',
    '人民路与建设路交叉口东100米',
    '318国道205公里处',
    '东城街道第三小学门口',
    '幸福小区3号楼下',
    '滨河路501号旁',
  ])('stays as it is where it names none: %s', (place) => expect(publicPlace(place)).toBe(place));
});
