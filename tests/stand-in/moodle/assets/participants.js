// The stand-in's own participants table: what core_table/dynamic does in Moodle 4.
const form = document.querySelector('#participantsform')
const region = () => form.querySelector('[data-region="core_table/dynamic"]')

const refresh = async (changed) => {
  const table = region()
  Object.assign(table.dataset, { tablePageNumber: '1', ...changed })
  const { dataset } = table
  const { jointype, filters } = JSON.parse(dataset.tableFilters)
  const method = 'core_table_get_dynamic_table_content'
  const answer = await fetch(
    `${M.cfg.wwwroot}/lib/ajax/service.php?sesskey=${encodeURIComponent(M.cfg.sesskey)}&info=${method}`,
    {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Stand-In-Page': '1' },
      body: JSON.stringify([
        {
          index: 0,
          methodname: method,
          args: {
            component: dataset.tableComponent,
            handler: dataset.tableHandler,
            uniqueid: dataset.tableUniqueid,
            sortdata: JSON.parse(dataset.tableSortData),
            jointype,
            filters: Object.values(filters),
            firstinitial: dataset.tableFirstInitial,
            lastinitial: dataset.tableLastInitial,
            pagenumber: Number(dataset.tablePageNumber),
            pagesize: Number(dataset.tablePageSize),
            hiddencolumns: JSON.parse(dataset.tableHiddenColumns),
            resetpreferences: false,
          },
        },
      ]),
    },
  )
  const [{ error, data }] = await answer.json()
  if (error) return
  const fresh = new DOMParser().parseFromString(data.html, 'text/html').body.firstElementChild
  table.replaceWith(fresh)
  form.querySelector('[data-region="participant-count"]').textContent =
    `${fresh.dataset.tableTotalRows} participants found`
  fresh.dispatchEvent(new CustomEvent('core_table/dynamic:tableContentRefreshed', { bubbles: true }))
}

const changeFor = (target) => {
  const { dataset } = region()
  const initial = target.closest('a[data-initial]')
  if (initial) {
    const which = initial.closest('.firstinitial') ? 'tableFirstInitial' : 'tableLastInitial'
    return { [which]: initial.dataset.initial }
  }
  const count = target.closest('[data-action="showcount"]')
  if (count) return { tablePageSize: count.dataset.targetPageSize }
  const column = target.closest('[data-action="hide"], [data-action="show"]')
  if (column) {
    const hidden = JSON.parse(dataset.tableHiddenColumns).filter((name) => name !== column.dataset.column)
    if (column.dataset.action === 'hide') hidden.push(column.dataset.column)
    return { tableHiddenColumns: JSON.stringify(hidden), tablePageNumber: dataset.tablePageNumber }
  }
  const sort = target.closest('[data-sortby]')
  if (sort) return { tableSortData: JSON.stringify([{ sortby: sort.dataset.sortby, sortorder: 4 }]) }
  const page = target.closest('li[data-page-number]')
  return page ? { tablePageNumber: page.dataset.pageNumber } : null
}

form.addEventListener('click', (event) => {
  if (!event.target.closest('a')) return
  const changed = changeFor(event.target)
  if (!changed) return
  event.preventDefault()
  void refresh(changed)
})

const filterBy = (role) => {
  const now = JSON.parse(region().dataset.tableFilters)
  const { courseid } = now.filters
  const roles = role ? { roles: { name: 'roles', jointype: 1, values: [Number(role)] } } : {}
  void refresh({ tableFilters: JSON.stringify({ ...now, filters: { courseid, ...roles } }) })
}
const role = document.querySelector('[data-stand-in="role"]')
document.querySelector('[data-filteraction="apply"]').addEventListener('click', () => filterBy(role.value))
document.querySelector('[data-filteraction="reset"]').addEventListener('click', () => {
  role.value = ''
  filterBy('')
})
