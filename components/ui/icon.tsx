const paths = {
  brand: 'M8 1.2 14.5 6 12 13.6H4L1.5 6Z M8 1.2V8 M14.5 6 8 8 M12 13.6 8 8 M4 13.6 8 8 M1.5 6 8 8',
  overview: 'M2 2h5v6H2z M9 2h5v3H9z M9 7h5v7H9z M2 10h5v4H2z',
  productivity: 'M2 13 6 8l3 3 5-8 M10 3h4v4',
  area: 'M8 8m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0',
  regions:
    'M8 14.5S3 9.8 3 6.2a5 5 0 0 1 10 0c0 3.6-5 8.3-5 8.3Z M8 6.2m-1.6 0a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0',
  indicators: 'M2 3h12 M2 8h12 M2 13h8',
  compare: 'M4 14V6 M8 14V2 M12 14V9',
  data: 'M2 3h12v10H2z M2 6.3h12 M2 9.6h12 M6 3v10',
  reports: 'M4 1.5h6l3 3v10H4z M6 7h5 M6 10h5',
  method: 'M4 2v12 M2.3 5h3.4 M12 2v12 M10.3 11h3.4 M8 2v12 M6.3 8h3.4',
  admin:
    'M8 8m-2.2 0a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0 M8 1.5v2.3 M8 12.2v2.3 M1.5 8h2.3 M12.2 8h2.3 M3.4 3.4 5 5 M11 11l1.6 1.6 M12.6 3.4 11 5 M5 11l-1.6 1.6',
  open: 'M4 6.5 8 10.5 12 6.5',
  more: 'M3 8h.01 M8 8h.01 M13 8h.01',
  language:
    'M8 1.8a6.2 6.2 0 1 0 0 12.4a6.2 6.2 0 1 0 0-12.4 M1.8 8h12.4 M8 1.8c-4 4-4 8.4 0 12.4 M8 1.8c4 4 4 8.4 0 12.4',
  theme: 'M8 1.8a6.2 6.2 0 1 0 0 12.4z M8 1.8a6.2 6.2 0 0 1 0 12.4',
} as const

export type IconName = keyof typeof paths

/** A 16 px line icon. Always beside a word, so hidden from screen readers. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      className="shrink-0"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.5 : 1.3}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  )
}
