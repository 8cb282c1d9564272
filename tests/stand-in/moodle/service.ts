import { fields, list } from '../../../lib/lms/reading/values.ts'
import { isFromPage } from '../shared/log.ts'
import { columnsFor, isIn, ownGroups } from './course.ts'
import { type Choices, pageOf } from './listing.ts'
import type { Place } from './pages/layout.ts'
import { tableRegion } from './pages/table.ts'
import { refuseCall } from './refusals.ts'
import type { StandInContext, World } from './world.ts'

const TABLE = 'core_table_get_dynamic_table_content'

const needed = [
  'component',
  'handler',
  'uniqueid',
  'sortdata',
  'jointype',
  'filters',
  'firstinitial',
  'lastinitial',
  'pagenumber',
  'pagesize',
  'hiddencolumns',
  'resetpreferences',
]

/** Filters whose values are numbers. */
const numeric = /^(?:courseid|roles|groups|status|enrolments)$/

/** One call of the table's service, in Moodle's own order of looking at it. */
export const answerCall = async (c: StandInContext, world: World, place: Place): Promise<Response> => {
  const { session } = c.var
  if (!session) return refuseCall(c, 'servicerequireslogin')
  if (c.req.query('sesskey') !== session.key) return refuseCall(c, 'invalidsesskey')
  const { methodname, args } = fields(list(await c.req.json())[0])
  if (!isFromPage(c.req.raw)) world.calls.push(args)
  if (methodname !== TABLE) return refuseCall(c, 'servicenotavailable')
  const asked = fields(args)
  if (needed.some((name) => asked[name] === undefined)) return refuseCall(c, 'invalidparameter')

  const filters: Record<string, readonly unknown[]> = {}
  for (const { name, values } of list(asked.filters).map(fields)) {
    if (numeric.test(String(name)) && list(values).some((value) => typeof value !== 'number'))
      return refuseCall(c, 'generalexceptionmessage')
    filters[String(name)] = list(values)
  }
  const { courseid: [courseId] = [], ...others } = filters
  const course = world.courses.get(Number(courseId))
  if (!course) return refuseCall(c, 'invalidrecord')
  if (course.switches.service === 'closed') return refuseCall(c, 'servicenotavailable')
  if (!isIn(course, session.account)) return refuseCall(c, 'requireloginerror')
  if (course.switches.participants === 'refuses') return refuseCall(c, 'nopermissions')
  if (course.switches.groupMode === 'separate' && ownGroups(course, session.account)?.length === 0)
    return refuseCall(c, 'codingerror')

  const choices: Choices = {
    first: String(asked.firstinitial),
    last: String(asked.lastinitial),
    hidden: list(asked.hiddencolumns).map(String),
    sort: list(asked.sortdata).map((one) => {
      const { sortby, sortorder } = fields(one)
      return { sortby: String(sortby), sortorder: Number(sortorder) }
    }),
  }
  session.choices.set(String(asked.uniqueid), choices)
  const columns = columnsFor(course, session.account)
  const table = {
    place,
    course,
    reader: session.account,
    uniqueId: String(asked.uniqueid),
    columns,
    filters: others,
    choices,
    shown: pageOf(course, session.account, columns, others, choices, {
      number: Number(asked.pagenumber),
      size: Math.min(world.site.longestPage, Number(asked.pagesize)),
    }),
  }
  return c.json([{ error: false, data: { html: String(await tableRegion(table)), warnings: [] } }])
}
