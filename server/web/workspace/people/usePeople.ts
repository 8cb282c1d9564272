import { useInfiniteQuery } from '@tanstack/react-query'
import { useServices } from '../../../../components/services.ts'
import type { WorkspaceRole } from '../../../../lib/contract/schemas.ts'

const PAGE = 100

/** The people of a Workspace, page by page, those alone that are searched for. What was there stays until others come. */
export const usePeople = (workspaceId: string, search: string, role: WorkspaceRole | undefined) => {
  const { call } = useServices()
  const people = useInfiniteQuery({
    queryKey: ['workspacePeople', workspaceId, search, role],
    queryFn: ({ pageParam }) =>
      call('workspacePeople.list', {
        workspaceId,
        limit: PAGE,
        ...(search ? { search } : {}),
        ...(role ? { role } : {}),
        ...(pageParam ? { after: pageParam } : {}),
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: (before) => before,
  })
  return {
    people,
    rows: people.data?.pages.flatMap((page) => page.rows) ?? [],
    total: people.data?.pages[0]?.total ?? 0,
    fetchMore: () => {
      if (people.hasNextPage && !people.isFetchingNextPage) void people.fetchNextPage()
    },
  }
}
