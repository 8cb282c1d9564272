import { type ComponentProps, lazy, Suspense } from 'react'
import { Skeleton } from '../kit/Skeleton.tsx'
import type { NewGroup } from './NewGroup.tsx'

const Form = lazy(async () => ({ default: (await import('./NewGroup.tsx')).NewGroup }))

/** The form of a new Group, which comes when somebody wants to make one. */
export const CreateGroup = (props: ComponentProps<typeof NewGroup>) => (
  <Suspense fallback={<Skeleton rows={2} />}>
    <Form {...props} />
  </Suspense>
)
