import { Live } from '../live'
import { Sized } from '../sized'
import type { BarsProps } from './series'
import { BarsStatic } from './static'

/** Horizontal bars: drawn by the server, alive as soon as somebody points at them. */
export function Bars(props: BarsProps) {
  return (
    <Live bars={props}>
      <Sized width={props.width} draw={(width) => <BarsStatic {...props} width={width} />} />
    </Live>
  )
}
