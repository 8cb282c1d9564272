import * as z from 'zod/mini'
import { CallProblem } from '../../lib/contract/errors.ts'
import type { PlaceInList } from '../store/memberRows.ts'

/** People in one answer of a list, where the client does not say. */
export const DEFAULT_PAGE = 50

const Place = z.tuple([z.string(), z.string()])

export const writePlace = (place: PlaceInList): string => Buffer.from(JSON.stringify(place)).toString('base64url')

/** A client gives back what it was given; anything else was not made here. */
export const readPlace = (text: string): PlaceInList => {
  try {
    return Place.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
  } catch {
    throw new CallProblem('notUnderstood')
  }
}
