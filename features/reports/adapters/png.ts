import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { renderAsync } from '@resvg/resvg-js'
import { fontFiles, reportFont } from './fonts'
import { lightColour } from './light-tokens'
import { sparseFont } from './sparse-font'

/**
 * Drawings as PNG at twice their size, sharp in print: for programs that show no SVG. Drawn beside the main thread.
 *
 * @param svgs by id, each with a size
 * @returns the pictures by id
 */
export async function toPngs(
  svgs: ReadonlyMap<string, string>,
): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const folder = await mkdtemp(join(tmpdir(), 'pentad-fonts-'))
  try {
    const text = [...svgs.values()].join('')
    const fonts = await Promise.all(
      fontFiles().map(async (file, i) => {
        const sparse = join(folder, `${i}.ttf`)
        await writeFile(sparse, sparseFont(await readFile(file), text))
        return sparse
      }),
    )
    const pictures = [...svgs].map(async ([id, svg]) => {
      const drawn = await renderAsync(svg, {
        fitTo: { mode: 'zoom', value: 2 },
        background: lightColour('--ground'),
        font: { fontFiles: fonts, loadSystemFonts: false, defaultFontFamily: reportFont },
      })
      return [id, new Uint8Array(drawn.asPng())] as const
    })
    return new Map(await Promise.all(pictures))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
