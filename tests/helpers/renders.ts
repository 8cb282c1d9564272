import { options } from 'preact'

interface Render {
  /** The component, as it is imported. */
  readonly type: unknown
  readonly props: unknown
}

/** What React's own Profiler looks at, in the tree that it keeps of what is drawn. */
interface Fiber {
  readonly elementType: unknown
  readonly memoizedProps: unknown
  readonly flags: number
  readonly child: Fiber | null
  readonly sibling: Fiber | null
  readonly alternate: Fiber | null
}

/** The component was called, and not passed over. */
const PERFORMED_WORK = 1

const renderedIn = (fiber: Fiber, before: Fiber | null): Render[] => {
  if (fiber === before) return []
  const all: Render[] = fiber.flags & PERFORMED_WORK ? [{ type: fiber.elementType, props: fiber.memoizedProps }] : []
  // What was passed over keeps its children.
  if (before && fiber.child === before.child) return all
  for (let child = fiber.child; child; child = child.sibling) all.push(...renderedIn(child, child.alternate))
  return all
}

/**
 * Notes every call of a component from here on: on Preact by the hook that its developer tools use, on React by the one that
 * React's Profiler uses. Has to be there before React is.
 */
export const watchRenders = () => {
  let all: Render[] = []
  const hooks = options as { __r?: (node: Render) => void }
  const before = hooks.__r
  hooks.__r = (node) => {
    all.push({ type: node.type, props: node.props })
    before?.(node)
  }
  Object.assign(globalThis, {
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      supportsFiber: true,
      inject: () => 1,
      onCommitFiberRoot: (_: number, { current }: { current: Fiber }) => {
        all.push(...renderedIn(current, current.alternate))
      },
      onCommitFiberUnmount: () => {},
      onPostCommitFiberRoot: () => {},
      onScheduleFiberRoot: () => {},
      checkDCE: () => {},
    },
  })
  return {
    /** Forgets what was drawn until now. */
    clear: () => {
      all = []
    },
    /** What each call of this component was given. */
    of: <Props>(type: (props: Props) => unknown): readonly Props[] =>
      all.filter((one) => one.type === type).map(({ props }) => props as Props),
  }
}
