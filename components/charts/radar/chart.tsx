import { Live } from '../live'
import { Sized } from '../sized'
import { chartWidths } from '../sizes'
import type { RadarProps } from './series'
import { RadarStatic } from './static'

/** A radar chart gains nothing from great width: three sizes are enough. */
export function Radar(props: RadarProps) {
  return (
    <Live radar={props}>
      <Sized
        width={props.width}
        draw={(width) => <RadarStatic {...props} width={width} />}
        largest={chartWidths.l}
      />
    </Live>
  )
}
