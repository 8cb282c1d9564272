import type { ReactNode } from 'react'

interface Props<Section extends { readonly id: string; readonly rows: readonly Row[] }, Row> {
  readonly label: string
  readonly sections: readonly Section[]
  readonly keyOf: (row: Row) => string
  readonly header: (section: Section, tabIndex: number) => ReactNode
  readonly row: (row: Row, tabIndex: number) => ReactNode
  readonly className?: string
}

/** The peer of the list of rows: the same rows, every one of them drawn. */
export const RowList = <Section extends { readonly id: string; readonly rows: readonly Row[] }, Row>({
  label,
  sections,
  keyOf,
  header,
  row,
  className,
}: Props<Section, Row>) => (
  <div className={`min-h-0 flex-1 overflow-y-auto ${className ?? ''}`} data-list>
    <ul aria-label={label}>
      {sections.flatMap((section) => [
        <li key={`section ${section.id}`}>{header(section, -1)}</li>,
        ...section.rows.map((one) => <li key={`row ${keyOf(one)}`}>{row(one, -1)}</li>),
      ])}
    </ul>
  </div>
)
