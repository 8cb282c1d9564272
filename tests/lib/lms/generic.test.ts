import { describe } from 'vitest'
import { cases } from './generic/cases.ts'
import { itReadsItsFixtures } from './support/table.ts'

describe('a page of no LMS', () => itReadsItsFixtures('generic', cases, /^never$/))
