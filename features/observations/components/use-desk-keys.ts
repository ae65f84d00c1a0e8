import { type RefObject, useEffect } from 'react'

/**
 * The way between the active cell of the grid and the panel beside it: F6 goes there and back, as between the panes of a
 * spreadsheet.
 *
 * @param desk  holds both
 * @param onUse somebody works with the grid, or comes from there to the panel
 */
export function useDeskKeys(desk: RefObject<HTMLElement | null>, onUse: () => void) {
  const focus = (selector: string) => desk.current?.querySelector<HTMLElement>(selector)?.focus()
  const toPanel = () => {
    const head = desk.current?.querySelector<HTMLElement>('[data-panel-head]')
    head?.focus()
    // On a phone it stands below the grid: all of it is wanted, not its first line.
    if (head && head.getBoundingClientRect().top > window.innerHeight / 2)
      head.scrollIntoView({ block: 'start' })
  }
  const toCell = () => focus('[data-active]')
  useEffect(() => {
    const element = desk.current
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      if (document.activeElement?.closest('[data-panel]')) toCell()
      else toPanel()
    }
    const onWork = ({ target }: Event) => {
      if (target instanceof Element && !target.closest('[data-panel]')) onUse()
    }
    element?.addEventListener('keydown', onKey)
    element?.addEventListener('focusin', onWork)
    element?.addEventListener('pointerdown', onWork)
    return () => {
      element?.removeEventListener('keydown', onKey)
      element?.removeEventListener('focusin', onWork)
      element?.removeEventListener('pointerdown', onWork)
    }
  })
  return { toPanel, toCell }
}
