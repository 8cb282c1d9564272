/** The mark: a short list of three lines, the last one ticked. One colour, the text's. */
export const Mark = ({ className = 'size-4' }: { className?: string }) => (
  <svg viewBox="0 0 16 16" aria-hidden="true" className={className} fill="none" stroke="currentColor">
    <g strokeWidth="2" strokeLinecap="round" strokeLinejoin="round">
      <path d="M2 3h12M2 8h12M2 13h4.5M9 12.8l2 2 4-4.6" />
    </g>
  </svg>
)
