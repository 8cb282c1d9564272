import { generate } from 'lean-qr'
import { toSvgPath } from 'lean-qr/extras/svg'
import { useMemo } from 'react'
import { Dialog } from '../kit/Dialog.tsx'
import { useServices } from '../services.ts'
import { type AnyLink, linkName } from './linkWords.ts'

/** Modules of white around the code: without them phones do not find it. Source: ISO/IEC 18004, 4 modules. */
const QUIET = 4

interface Props {
  readonly link: AnyLink
  /** What it leads into. */
  readonly place: string
  readonly onClose: () => void
}

/** A link as a picture to hold a phone at. Always dark on white, in dark mode too: many cameras read nothing else. */
export const QrDialog = ({ link, place, onClose }: Props) => {
  const { say } = useServices()
  const code = useMemo(() => generate(link.url), [link.url])
  const side = code.size + 2 * QUIET
  return (
    <Dialog cross={say('close')} title={say('linkQrTitle', place)} onClose={onClose}>
      <svg
        role="img"
        aria-label={say('linkQrOf', link.url)}
        viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
        shapeRendering="crispEdges"
        className="mx-auto block size-[min(360px,100%)] rounded-card border border-line"
      >
        <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="#fff" />
        <path d={toSvgPath(code)} fill="#000" />
      </svg>
      <p className="mt-3 text-center text-13 text-quiet">{linkName(say, link)}</p>
      <p dir="ltr" className="mt-1 text-center text-13 break-all select-all">
        {link.url}
      </p>
    </Dialog>
  )
}
