/** What the three People pages of the stand-in share. */

/** ENV is the page's own inline script's, as in Canvas. */
export const env = window.ENV

/** Makes an element; text goes in as text. */
export const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(name, value)
  }
  element.append(...children.filter((child) => child !== null && child !== undefined))
  return element
}

export const initials = (name) => Array.from(name.trim())[0] ?? '?'

/** The page's own requests carry a mark, so that the stand-in's log can tell them from everybody else's. */
export const ask = (address, options = {}) =>
  fetch(address, {
    ...options,
    headers: {
      Accept: 'application/json+canvas-string-ids, application/json',
      'X-Stand-In-Page': '1',
      ...options.headers,
    },
  })

export const roleNames = {
  StudentEnrollment: 'Student',
  TeacherEnrollment: 'Teacher',
  TaEnrollment: 'TA',
  DesignerEnrollment: 'Designer',
  ObserverEnrollment: 'Observer',
}

/** Everybody in one answer, as the React People pages ask for them. */
export const askEverybody = async () => {
  const answer = await ask('/api/graphql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ operationName: 'getRosterQuery', variables: { courseId: env.course.id } }),
  })
  const body = await answer.json()
  return body.data?.course?.usersConnection?.nodes ?? []
}
