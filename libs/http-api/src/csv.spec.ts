import { csv } from './csv';

describe('a table for a spreadsheet', () => {
  it('says that it is UTF-8, so that Chinese names are read right', () => {
    expect(csv([['姓名'], ['李娜']])).toBe('\uFEFF姓名\r\n李娜\r\n');
  });

  it('keeps what a clerk typed in its cell, also with commas, quotes and new lines', () => {
    expect(csv([['a,b', 'say "so"', 'two\nlines']])).toBe('\uFEFF"a,b","say ""so""","two\nlines"\r\n');
  });

  it('computes nothing: a name that looks like a formula stays a name', () => {
    expect(csv([['=1+1', '@li', '+8613800001234', '-']])).toBe("\uFEFF'=1+1,'@li,'+8613800001234,'-\r\n");
  });
});
