/** What no text holds: control characters but tab, line feed, form feed, carriage return and escape. */
// eslint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f]/;

export const isNoText = (read: string): boolean => control.test(read);

/** Excel's “Unicode text” begins so; two such bytes are taken for sound otherwise. */
export const markedUtf16 = Buffer.from([0xff, 0xfe]);
