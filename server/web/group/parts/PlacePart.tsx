import { useServices } from '../../../../components/services.ts'
import type { Group } from '../../../../lib/contract/schemas.ts'
import { Part } from '../../kit/Part.tsx'
import { MoveForm } from '../../moves/MoveForm.tsx'

/** Where a Group lies: people of the Groups around it are in it. */
export const PlacePart = ({ group }: { group: Group }) => {
  const { say } = useServices()
  return (
    <Part title={say('setPlace')} line={say('setPlaceLine')}>
      <MoveForm group={group} />
    </Part>
  )
}
