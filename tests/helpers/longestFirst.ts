import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take longest although they are short: begun last, they would be waited for alone. */
const long = /\/(killsEmbedded|killsPostgres|foreignIds|process|firstLink|renders)\.test\.tsx?$/

/** What takes longest is begun first, the rest as usual: what has failed, then what is large. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files)
    return [...usual.filter(isLong), ...usual.filter((file) => !isLong(file))]
  }
}

const isLong = ({ moduleId }: TestSpecification) => long.test(moduleId)
