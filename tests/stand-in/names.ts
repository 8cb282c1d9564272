/** The stand-ins there are: what each stands in for, and where its first class is listed. */
export const standIns = {
  canvas: { label: 'Canvas', roster: '/courses/4711/users' },
  blackboard: { label: 'Blackboard', roster: '/ultra/courses/_4711_1/outline/roster' },
  moodle: { label: 'Moodle', roster: '/user/index.php?id=2' },
} as const

export type StandInName = keyof typeof standIns
