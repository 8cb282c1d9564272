/** Pages that hold a list of people, made as large as is asked for. */
export interface DomPage {
  readonly name: string
  readonly url: string
  /** Selects what the rows stand in. */
  readonly list: string
  readonly row: (index: number) => string
  readonly page: (rows: string) => string
}

const letters = (index: number): string =>
  String(index)
    .split('')
    .map((digit) => 'abcdefghij'[Number(digit)])
    .join('')

export const domPages: readonly DomPage[] = [
  {
    name: 'Canvas',
    url: 'https://canvas.example.edu/courses/1/users',
    list: 'table.roster tbody',
    row: (index) =>
      `<tr id="user_${index}" class="rosterUser StudentEnrollment"><td class="center"><a href="/courses/1/users/${index}" class="avatar"><span class="screenreader-only">Avery Stone${letters(index)}</span></a></td>
<td><a href="/courses/1/users/${index}" class="roster_user_name student_context_card_trigger" data-student_id="${index}" data-course_id="1">Avery Stone${letters(index)}</a></td>
<td>avery${index}@example.edu</td><td data-testid="section-column-cell"><div class="section">Section ${index % 4}</div></td><td><div>Student</div></td><td>Nov 20 at 9:14am</td><td>01:02:03</td><td class="right"></td></tr>`,
    page: (rows) =>
      `<!doctype html><html lang="en"><head><title>People</title><meta name="apple-itunes-app" content="app-id=480883488"><link rel="manifest" href="/web-app-manifest/manifest.json"></head><body><div id="application" class="ic-app"><div id="content"><div data-view="users"><h1>People</h1><div id="group_categories_tabs"><input type="search" name="search_term"><select name="enrollment_role_id"><option value="">All roles</option></select></div><table class="roster"><thead><tr><th></th><th>Name</th><th>Login ID</th><th>Section</th><th>Role</th><th>Last Activity</th><th>Total Activity</th><th></th></tr></thead><tbody>${rows}</tbody></table></div></div></div></body></html>`,
  },
  {
    name: 'any page',
    url: 'https://www.example.edu/people',
    list: 'tbody',
    row: (index) =>
      `<tr><td>${index}</td><td>Avery Stone${letters(index)}</td><td><a href="mailto:avery.stone${index}@example.edu">avery.stone${index}@example.edu</a></td><td>101-${index % 4}</td><td>Student</td></tr>`,
    page: (rows) =>
      `<!doctype html><html lang="en"><head><title>People</title></head><body><main><h1>People</h1><table><thead><tr><th>#</th><th>Name</th><th>E-mail</th><th>Section</th><th>Role</th></tr></thead><tbody>${rows}</tbody></table></main><footer>Help desk: <a href="mailto:helpdesk@example.edu">helpdesk@example.edu</a></footer></body></html>`,
  },
]

export const rowsOf = ({ row }: DomPage, from: number, to: number): string =>
  Array.from({ length: to - from }, (_, index) => row(from + index)).join('')
