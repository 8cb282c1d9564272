/**
 * Canvas's `Link` header: `current`, `next`, `prev`, `first` in this order, no spaces after commas, no `last` where no
 * total is computed; the request's other parameters re-encoded (lms/canvas.md §6.5).
 */
export const linkHeader = (url: URL, origin: string, page: number, perPage: number, hasNext: boolean): string => {
  const others = [...url.searchParams].filter(([name]) => name !== 'page' && name !== 'per_page')
  const part = (rel: string, number: number) => {
    const query = new URLSearchParams([...others, ['page', String(number)], ['per_page', String(perPage)]])
    return `<${origin}${url.pathname}?${query}>; rel="${rel}"`
  }
  const parts = [part('current', page)]
  if (hasNext) parts.push(part('next', page + 1))
  if (page > 1) parts.push(part('prev', page - 1))
  parts.push(part('first', 1))
  return parts.join(',')
}
