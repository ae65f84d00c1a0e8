import { useTranslations } from 'next-intl'
import { Live } from '../live'
import { Sized } from '../sized'
import type { StripProps } from './series'
import { StripStatic } from './static'

/** A distribution: drawn by the server, alive as soon as somebody points at it. */
export function Strip(given: StripProps) {
  const t = useTranslations('chart')
  const words = { lower: t('lowerQuartile'), median: t('median'), upper: t('upperQuartile') }
  const props = { words, ...given }
  return (
    <Live strip={props}>
      <Sized width={props.width} draw={(width) => <StripStatic {...props} width={width} />} />
    </Live>
  )
}
