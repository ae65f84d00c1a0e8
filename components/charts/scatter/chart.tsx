import { useTranslations } from 'next-intl'
import { Live } from '../live'
import { Sized } from '../sized'
import type { ScatterProps } from './series'
import { ScatterStatic } from './static'

/** A scatter plot: drawn by the server, alive as soon as somebody points at it. */
export function Scatter(given: ScatterProps) {
  const t = useTranslations('chart')
  const props = { medianLabel: t('median'), ...given }
  return (
    <Live scatter={props}>
      <Sized width={props.width} draw={(width) => <ScatterStatic {...props} width={width} />} />
    </Live>
  )
}
