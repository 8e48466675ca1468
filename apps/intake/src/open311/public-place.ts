const number = '[\\d０-９一二三四五六七八九十百甲乙丙丁A-Za-z]{1,4}';
/** Where a building ends and a household begins: its entrance, its storey, its door. */
const household = new RegExp(
  [
    `${number}\\s?(?:单元|室|房|户|层|楼(?![道顶下上前后]))`,
    // 12号501, 3栋2-501: what follows a building's number is a door.
    `(?<=[号栋幢座楼]\\s?)[\\d０-９]{1,2}(?:\\s?[-—－#]\\s?[\\d０-９]{1,4}){1,2}`,
    `(?<=[号栋幢座楼]\\s?)[\\d０-９]{3,4}(?![\\d０-９]|\\s?[号栋幢座路街巷弄])`,
    `(?<![\\d０-９])[\\d０-９]{1,3}(?:\\s?[-—－#]\\s?[\\d０-９]{1,4}){2}`,
  ].join('|'),
  'u',
);

/** A place as everybody may read it: down to the building, and not to the household that lives there. */
export function publicPlace(place: string): string {
  const from = household.exec(place)?.index;
  return from === undefined ? place : place.slice(0, from).replace(/[\s,，、]+$/u, '');
}
