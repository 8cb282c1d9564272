import type { DragEvent } from 'react'

/** A place that what is dragged may lie in. */
export interface DropTarget {
  readonly over: boolean
  readonly onOver: () => void
  readonly onOut: () => void
  readonly onDrop: () => void
}

const stop = (event: DragEvent) => event.stopPropagation()

/** The browser's own drag events of a place. What is no place for it is none for what is around it either. */
export const dropHandlers = (target: DropTarget | undefined) => {
  if (!target) return { onDragOver: stop, onDrop: stop }
  return {
    onDragOver: (event: DragEvent) => {
      event.preventDefault()
      event.stopPropagation()
      if (!target.over) target.onOver()
    },
    onDragLeave: (event: DragEvent<HTMLElement>) => {
      const { relatedTarget } = event
      if (!(relatedTarget instanceof Node && event.currentTarget.contains(relatedTarget))) target.onOut()
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      event.stopPropagation()
      target.onDrop()
    },
  }
}
