'use client'

import { useTranslations } from 'next-intl'
import {
  type ComponentType,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { BarsProps } from './bars/series'
import type { DotsProps } from './dots/series'
import type { LinesProps } from './lines/series'
import type { RadarProps } from './radar/series'
import type { ScatterProps } from './scatter/series'
import type { StripProps } from './strip/series'

/** The drawing that an interactive layer lies on. */
export type Drawn = {
  /** width of the drawing in its own units */
  readonly width: number
  /** pixels on the screen per unit */
  readonly scale: number
}

export type LayerProps<P> = { readonly chart: P; readonly drawn: Drawn }

type Props = (
  | { readonly lines: LinesProps }
  | { readonly bars: BarsProps }
  | { readonly dots: DotsProps }
  | { readonly radar: RadarProps }
  | { readonly scatter: ScatterProps }
  | { readonly strip: StripProps }
) & { readonly children: ReactNode }

/** Loaded when somebody points at a chart, not before. Where that fails, the drawing stays as it is. */
function layer<P>(load: () => Promise<{ default: ComponentType<P> }>) {
  return lazy(() => load().catch((): { default: ComponentType<P> } => ({ default: () => null })))
}

const LinesLayer = layer(() => import('./lines/interactive'))
const BarsLayer = layer(() => import('./bars/interactive'))
const DotsLayer = layer(() => import('./dots/interactive'))
const RadarLayer = layer(() => import('./radar/interactive'))
const ScatterLayer = layer(() => import('./scatter/interactive'))
const StripLayer = layer(() => import('./strip/interactive'))

function layerOf(props: Props, drawn: Drawn): ReactNode {
  if ('lines' in props) return <LinesLayer chart={props.lines} drawn={drawn} />
  if ('bars' in props) return <BarsLayer chart={props.bars} drawn={drawn} />
  if ('dots' in props) return <DotsLayer chart={props.dots} drawn={drawn} />
  if ('radar' in props) return <RadarLayer chart={props.radar} drawn={drawn} />
  if ('scatter' in props) return <ScatterLayer chart={props.scatter} drawn={drawn} />
  return <StripLayer chart={props.strip} drawn={drawn} />
}

type Place = Drawn & {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The drawing that the style sheet shows at this width, and where it stands. */
function placeOf(root: HTMLElement): Place | null {
  const svg = [...root.querySelectorAll<SVGSVGElement>('svg.chart-svg')].find(
    (one) => one.getClientRects().length > 0,
  )
  if (!svg) return null
  const [outer, inner] = [root.getBoundingClientRect(), svg.getBoundingClientRect()]
  const { width } = svg.viewBox.baseVal
  return {
    left: inner.left - outer.left,
    top: inner.top - outer.top,
    right: inner.right - outer.left,
    bottom: inner.bottom - outer.top,
    width,
    scale: inner.width / width,
  }
}

const never = () => () => undefined

/**
 * Makes a drawing answer to pointer and keyboard. The drawing itself stays; the layer with cursor, marks and tooltip is
 * laid over it in the same geometry, so that nothing moves.
 */
export function Live(props: Props) {
  const t = useTranslations('chart')
  const root = useRef<HTMLDivElement>(null)
  const [isWanted, setWanted] = useState(false)
  const [isReady, setReady] = useState(false)
  const [place, setPlace] = useState<Place | null>(null)
  // Without scripts the chart is no stop of the Tab key, because nothing would happen there.
  const isAlive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  useEffect(() => {
    const element = root.current
    if (!isWanted || !element) return
    const observer = new ResizeObserver(() => setPlace(placeOf(element)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [isWanted])
  // Links are stops of their own, and come before the layer.
  const hasLinks = 'bars' in props && props.bars.bars.some((bar) => bar.href)
  const settle = useCallback(() => {
    let frame = 0
    // Recharts puts its surface in place some frames after it is mounted.
    const handOn = (triesLeft: number) => {
      const surface = root.current?.querySelector<SVGElement | HTMLElement>('.chart-live [tabindex="0"]')
      if (!surface && triesLeft > 0) {
        frame = requestAnimationFrame(() => handOn(triesLeft - 1))
        return
      }
      // Whoever waited here by keyboard is handed on before this stop of the Tab key goes.
      if (document.activeElement === root.current) surface?.focus()
      setReady(true)
    }
    handOn(20)
    return () => cancelAnimationFrame(frame)
  }, [])
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      ref={root}
      className="chart"
      role="group"
      aria-label={t('explore')}
      tabIndex={isAlive && !isReady && !hasLinks ? 0 : undefined}
      onPointerEnter={() => setWanted(true)}
      onFocus={() => setWanted(true)}
    >
      {props.children}
      {place && (
        <div
          className="chart-live"
          style={{
            left: place.left,
            top: place.top,
            width: place.right - place.left,
            height: place.bottom - place.top,
          }}
        >
          <Suspense fallback={null}>
            {layerOf(props, place)}
            <Ready onReady={settle} />
          </Suspense>
        </div>
      )}
    </div>
  )
}

/** Mounts together with the layer, and says so. */
function Ready({ onReady }: { readonly onReady: () => () => void }) {
  useEffect(onReady, [onReady])
  return null
}
