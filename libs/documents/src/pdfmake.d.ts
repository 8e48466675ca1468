// What we use of pdfmake. The types that are published for it bring the browser's DOM into every file of the house.
declare module 'pdfmake' {
  type Layout = Readonly<Record<string, unknown>>;
  /** A part, laid out as its fields say: https://pdfmake.github.io/docs/0.3/document-definition-object/ */
  export type Content = Layout;

  export interface Definition extends Layout {
    readonly content: readonly Content[];
  }

  interface Pdfmake {
    setFonts(fonts: Readonly<Record<string, Readonly<Record<'normal' | 'bold', string>>>>): void;
    setUrlAccessPolicy(allows: (url: string) => boolean): void;
    setLocalAccessPolicy(allows: (path: string) => boolean): void;
    createPdf(definition: Definition): { getBuffer(): Promise<Buffer> };
  }

  const pdfmake: Pdfmake;
  export default pdfmake;
}
