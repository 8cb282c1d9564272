import { useLocation } from 'wouter'
import { useCreatable } from '../../../components/group/useCreatable.ts'
import type { Group } from '../../../lib/contract/schemas.ts'
import { ArchivePart } from './parts/ArchivePart.tsx'
import { CopyPart } from './parts/CopyPart.tsx'
import { CoursePart } from './parts/CoursePart.tsx'
import { DeletePart } from './parts/DeletePart.tsx'
import { ExportPart } from './parts/ExportPart.tsx'
import { LeavePart } from './parts/LeavePart.tsx'
import { NamePart } from './parts/NamePart.tsx'
import { NotMailedPart } from './parts/NotMailedPart.tsx'
import { PlacePart } from './parts/PlacePart.tsx'
import { PurgePart } from './parts/PurgePart.tsx'
import { RemindPart } from './parts/RemindPart.tsx'
import { SectionsPart } from './parts/SectionsPart.tsx'
import { TermPart } from './parts/TermPart.tsx'
import { TypePart } from './parts/TypePart.tsx'

/** Everything that can be set about a Group, the gentle things first. */
export const GroupSettings = ({ group }: { group: Group }) => {
  const [, go] = useLocation()
  const maker = useCreatable().some(({ id }) => id === group.workspaceId)
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-10">
      <NamePart group={group} />
      <TypePart group={group} />
      <PlacePart group={group} />
      <CoursePart group={group} />
      <SectionsPart group={group} />
      <RemindPart group={group} />
      <TermPart group={group} />
      {maker && <CopyPart group={group} onCopied={({ id }) => go(`/groups/${id}`)} />}
      {!group.archivedAt && <NotMailedPart group={group} />}
      <ExportPart group={group} />
      <LeavePart group={group} onLeft={() => go('/')} />
      <ArchivePart group={group} onArchived={() => go('/archive')} />
      <PurgePart group={group} />
      <DeletePart group={group} onDeleted={() => go('/')} />
    </div>
  )
}
