import { useTranslations } from 'next-intl'
import styles from './data-grid.module.css'

const keys = [
  ['arrows', '← ↑ → ↓'],
  ['enter', 'Enter'],
  ['tab', 'Tab'],
  ['home', 'Home  End'],
  ['page', 'PgUp  PgDn'],
  ['edit', 'F2'],
  ['delete', 'Del'],
  ['copy', 'Ctrl+C  Ctrl+X  Ctrl+V'],
  ['fill', 'Ctrl+D'],
  ['undo', 'Ctrl+Z  Ctrl+Y'],
  ['escape', 'Esc'],
] as const

/** What the keys do, for those who want to know. */
export function GridKeys() {
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
      </dl>
    </details>
  )
}
