// @ts-check
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

/** The project's rooms; what stands in other folders is not its source. */
export const rooms = [
  'app',
  'bench',
  'cli',
  'components',
  'core',
  'e2e',
  'features',
  'i18n',
  'lib',
  'prisma',
  'scripts',
  'server',
]

/**
 * Files of rooms, as paths with slashes, sorted. What is generated is left out.
 *
 * @param {readonly string[]} folders
 * @param {RegExp} name what a file's path must match
 */
export function filesIn(folders, name) {
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) =>
        path.join(folder, file).replaceAll('\\', '/'),
      ),
    )
    .filter((file) => name.test(file) && !file.startsWith('prisma/generated/'))
    .sort()
}
