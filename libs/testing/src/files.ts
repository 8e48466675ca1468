import sharp from 'sharp';

/** A form with a file, as a browser sends it. */
export function aForm(
  content: Uint8Array | string,
  name: string,
  fields: Readonly<Record<string, string>> = {},
): FormData {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name);
  return form;
}

const [red, size] = [
  { r: 200, g: 30, b: 30 },
  { width: 800, height: 600 },
];

/** A photograph whose camera noted when and where it was taken, and by whom. */
export const aPhotograph = (more: { width?: number; height?: number } = {}): Promise<Buffer> =>
  sharp({ create: { ...size, ...more, channels: 3, background: red } })
    .withExif({
      IFD0: { Artist: 'Zhang Xiaoming', Make: 'Phone' },
      IFD2: { DateTimeOriginal: '2026:09:13 20:15:00' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '29/1 19/1 3200/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '107/1 45/1 0/1',
      },
    })
    .jpeg()
    .toBuffer();
