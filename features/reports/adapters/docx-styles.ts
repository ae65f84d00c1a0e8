import { type IStylesOptions, LineRuleType } from 'docx'
import { lightColour } from './light-tokens'

/** Twentieths of a point. */
const twips = (points: number) => points * 20

/** Room above and below in points, and the lines' height in 240ths of a line. Without the rule Word reads points. */
const spaced = (before: number, after: number, line: number) => ({
  spacing: { before: twips(before), after: twips(after), line, lineRule: LineRuleType.AUTO },
})

/** Colours as Word writes them, without the hash. */
export const wordColour = (token: string) => lightColour(token).slice(1)

/** Faces that Word has on Windows and macOS; Chinese is never left to a Latin face's fallback. */
export const wordFont = (isChinese: boolean) => ({
  ascii: 'Arial',
  hAnsi: 'Arial',
  eastAsia: 'Microsoft YaHei',
  cs: 'Arial',
  // Quotation marks and dashes stand in both scripts: in a Chinese text they take the Chinese face.
  ...(isChinese ? { hint: 'eastAsia' as const } : {}),
})

/** Word's own style names, so that navigation, contents and restyling work as people expect. */
export function wordStyles(isChinese: boolean): IStylesOptions {
  const ink = wordColour('--ink')
  const line = isChinese ? 264 : 276
  const heading = (size: number, before: number, after: number) => ({
    run: { size: size * 2, bold: true, color: ink, font: wordFont(isChinese) },
    paragraph: { ...spaced(before, after, 264), keepNext: true, keepLines: true },
  })
  const paragraph = (
    id: string,
    name: string,
    size: number,
    token: string,
    more: object = {},
    bold = false,
  ) => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run: { size: size * 2, color: wordColour(token), bold },
    paragraph: more,
  })
  return {
    default: {
      document: {
        run: {
          font: wordFont(isChinese),
          size: 20,
          color: ink,
          language: { value: isChinese ? 'zh-CN' : 'en-GB', eastAsia: 'zh-CN' },
        },
        paragraph: spaced(0, 6, line),
      },
      title: {
        run: { size: 60, bold: true, color: ink, font: wordFont(isChinese) },
        paragraph: spaced(120, 12, 264),
      },
      heading1: heading(17, 0, 12),
      heading2: heading(12, 16, 8),
    },
    paragraphStyles: [
      paragraph('Subtitle', 'Subtitle', 14, '--ink-2', spaced(0, 24, 264)),
      paragraph('Lead', 'Lead', 11.5, '--ink', spaced(0, 8, line)),
      paragraph('Caption', 'caption', 9.5, '--ink', { ...spaced(12, 3, 252), keepNext: true }, true),
      paragraph('Measure', 'Measure', 8, '--ink-2', { ...spaced(0, 4, 252), keepNext: true }),
      paragraph('Note', 'Note', 8, '--ink-3', spaced(3, 8, 252)),
      paragraph('Entry', 'Entry', 8.5, '--ink', spaced(0, 3, 252)),
      paragraph('Cell', 'Table cell', 8.5, '--ink', spaced(0, 0, 252)),
      paragraph('DenseCell', 'Table cell, dense', 8, '--ink', spaced(0, 0, 240)),
      paragraph('Drawing', 'Drawing', 8, '--ink', { ...spaced(0, 0, 240), keepNext: true }),
      paragraph('Label', 'Label', 10, '--ink', spaced(0, 24, 264)),
      paragraph('TOC1', 'toc 1', 10, '--ink', spaced(8, 2, 264), true),
      paragraph('TOC2', 'toc 2', 10, '--ink', { ...spaced(0, 1, 264), indent: { left: twips(14) } }),
    ],
  }
}
