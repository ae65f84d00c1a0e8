import { useTranslations } from 'next-intl'
import styles from './data-grid.module.css'
import type { GridKey } from './types'

const keys = [
  ['arrows', '← ↑ → ↓'],
  ['enter', 'Enter'],
  ['tab', 'Tab'],
  ['home', 'Home  End'],
  ['page', 'PgUp  PgDn'],
  ['edit', 'F2'],
  ['delete', 'Del'],
  ['copy', 'Ctrl+C  Ctrl+X  Ctrl+V'],
  ['fill', 'Ctrl+D  Ctrl+R'],
  ['find', 'Ctrl+F'],
  ['all', 'Ctrl+A'],
  ['undo', 'Ctrl+Z  Ctrl+Y'],
  ['escape', 'Esc'],
] as const

/** What the keys do, for those who want to know. */
export function GridKeys({ more }: { readonly more: readonly GridKey[] }) {
  const t = useTranslations('grid.keys')
  return (
    <details className={styles.keys}>
      <summary>{t('title')}</summary>
      <dl>
        {keys.map(([name, caps]) => (
          <div key={name} data-key={name}>
            <dt>
              {caps.split('  ').map((cap) => (
                <kbd key={cap}>{cap}</kbd>
              ))}
            </dt>
            <dd>{t(name)}</dd>
          </div>
        ))}
        {more.map(({ caps, text }) => (
          <div key={caps}>
            <dt>
              <kbd>{caps}</kbd>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
