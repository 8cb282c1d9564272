import { memo, useMemo } from 'react'
import { Chip } from '../kit/Chip.tsx'
import { RowList } from '../kit/RowList.tsx'
import { roleName } from '../roleWords.ts'
import { useServices } from '../services.ts'
import { type SentPerson, sentOrder } from './sentPeople.ts'
import { sentWords } from './sentWords.ts'

const Row = ({ person: { email, name, role, kind, has, group } }: { person: SentPerson }) => {
  const { say } = useServices()
  const { icon, tone, word } = sentWords[kind]
  return (
    <div className="flex h-14 items-center gap-3 px-4">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">
          <bdi>{name || email}</bdi>
        </p>
        {name && (
          <bdi dir="ltr" className="block w-fit max-w-full truncate text-12 text-quiet">
            {email}
          </bdi>
        )}
      </div>
      <div className="flex flex-none flex-col items-end gap-0.5">
        <span className="flex gap-1 text-13 text-quiet">
          {group && (
            <>
              <bdi className="max-w-32 truncate">{group}</bdi>
              <span aria-hidden>·</span>
            </>
          )}
          {say(roleName[has ?? role])}
        </span>
        <Chip icon={icon} tone={tone}>
          {say(word, say(roleName[has ?? role]))}
        </Chip>
      </div>
    </div>
  )
}

export const SentRow = memo(Row)

/** What became of each person, in sections. */
export const SentList = ({ people }: { people: readonly SentPerson[] }) => {
  const { say } = useServices()
  const sections = useMemo(() => {
    const by = Map.groupBy(people, ({ kind }) => kind)
    return sentOrder.flatMap((id) => ({ id, rows: by.get(id) ?? [] })).filter(({ rows }) => rows.length > 0)
  }, [people])
  return (
    <RowList
      label={say('people')}
      sections={sections}
      keyOf={({ email, group = '' }) => `${email} ${group}`}
      className="border-t border-line"
      header={({ id, rows }) => (
        <h2 className="flex h-9 items-end px-4 pb-1.5 text-12 font-semibold text-quiet">
          {say.count(sentWords[id].count, rows.length)}
        </h2>
      )}
      row={(person) => <SentRow person={person} />}
    />
  )
}
