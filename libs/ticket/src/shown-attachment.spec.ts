import { unitsBelow } from '#testing/a-ticket';
import { shownAttachment } from './shown-attachment';

const open = { confidential: false, subjectDepartmentId: null };
const confidential = { ...open, confidential: true };
const aboutLighting = { ...open, subjectDepartmentId: 'lighting' };

const fromCitizen = { fromCitizen: true, shared: false };
const shared = { fromCitizen: true, shared: true };
const fromHouse = { fromCitizen: false, shared: false };

const of = (...departmentIds: string[]) => ({ seesAll: false, departmentIds });
const hotline = { seesAll: true, departmentIds: [] };

describe('a file of a ticket', () => {
  it.each([
    ['the citizen’s, of an open matter, is shown to the department', open, fromCitizen, of('lighting'), 'whole'],
    ['the citizen’s, of a protected one, is kept from departments', confidential, fromCitizen, of('roads'), 'withheld'],
    ['which is shown without what may tell on them once it is shared', confidential, shared, of('roads'), 'cleaned'],
    ['and to the hotline as it came in', confidential, fromCitizen, hotline, 'whole'],
    ['shared or not', confidential, shared, hotline, 'whole'],
    ['the citizen’s is kept from those whom it is about', aboutLighting, fromCitizen, of('lighting'), 'withheld'],
    ['and from units below them', aboutLighting, fromCitizen, of('lighting-east'), 'withheld'],
    ['until it is shared', aboutLighting, shared, of('lighting'), 'cleaned'],
    ['but not from another department', aboutLighting, fromCitizen, of('roads'), 'whole'],
    ['nor from somebody who answers for another one too', aboutLighting, fromCitizen, of('lighting', 'roads'), 'whole'],
    ['what a department gave tells on nobody', confidential, fromHouse, of('lighting'), 'whole'],
    ['not even to those whom it is about', aboutLighting, fromHouse, of('lighting'), 'whole'],
  ] as const)('%s', (_, ticket, attachment, viewer, shown) => {
    expect(shownAttachment(ticket, attachment, viewer, unitsBelow)).toBe(shown);
  });
});
