/** The same plain data with every text in it changed. */
export const withTexts = <Data>(data: Data, change: (text: string) => string): Data =>
  JSON.parse(JSON.stringify(data), (_, value: unknown) => (typeof value === 'string' ? change(value) : value)) as Data;
