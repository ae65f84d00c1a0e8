import { join } from 'node:path'

const folder = () => join(process.cwd(), 'node_modules/@expo-google-fonts/noto-sans-sc')

/** The family that report files are set in, Latin and Chinese alike. */
export const reportFont = 'Noto Sans SC'

/** Where the font stands (SIL Open Font License), regular and bold. */
export function fontFolders(): string[] {
  return [join(folder(), '400Regular'), join(folder(), '700Bold')]
}

export function fontFiles(): string[] {
  return [
    join(folder(), '400Regular/NotoSansSC_400Regular.ttf'),
    join(folder(), '700Bold/NotoSansSC_700Bold.ttf'),
  ]
}
