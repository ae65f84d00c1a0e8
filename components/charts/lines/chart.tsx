import { Live } from '../live'
import { Sized } from '../sized'
import type { LinesProps } from './series'
import { LinesStatic } from './static'

/** Lines over years: drawn by the server, alive as soon as somebody points at it. */
export function Lines(props: LinesProps) {
  return (
    <Live lines={props}>
      <Sized width={props.width} draw={(width) => <LinesStatic {...props} width={width} />} />
    </Live>
  )
}
