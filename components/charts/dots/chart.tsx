import { Live } from '../live'
import { Sized } from '../sized'
import type { DotsProps } from './series'
import { DotsStatic } from './static'

/** A dot plot: drawn by the server, alive as soon as somebody points at it. */
export function Dots(props: DotsProps) {
  return (
    <Live dots={props}>
      <Sized width={props.width} draw={(width) => <DotsStatic {...props} width={width} />} />
    </Live>
  )
}
