/**
 * Roles of the grid's elements, said in so many words: the elements are table elements, but laid out as blocks for
 * virtual scrolling, and browsers drop a table's own roles once its `display` is changed.
 */
export const roles = {
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  columnHeader: { role: 'columnheader', scope: 'col' },
  rowHeader: { role: 'rowheader', scope: 'row' },
} as const

export function gridRole(isReadOnly: boolean) {
  return { role: 'grid', 'aria-multiselectable': true, 'aria-readonly': isReadOnly } as const
}

/** Selection is said only within a range: "not selected" at every step would be noise. */
export function cellRole(isSelected: boolean, isLocked: boolean) {
  return {
    role: 'gridcell',
    'aria-selected': isSelected || undefined,
    'aria-readonly': isLocked || undefined,
  } as const
}
