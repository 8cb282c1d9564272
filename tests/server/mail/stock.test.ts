import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createStock } from '../../../server/mail/stock.ts'

const asked = fc.oneof(fc.record({ take: fc.nat(4) }), fc.record({ put: fc.nat(6) }))

it('gives each thing once and in order, to whoever has waited longest', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(10), fc.array(asked, { maxLength: 40 }), async (ahead, steps) => {
      const stock = createStock<number>(ahead)
      const taken: Promise<number | undefined>[] = []
      let made = 0
      for (const step of steps) {
        if ('take' in step) for (let n = 0; n < step.take; n++) taken.push(stock.take())
        else stock.put(Array.from({ length: step.put }, () => made++))
      }
      stock.close()
      const given = Math.min(taken.length, made)
      const nothing = Array.from({ length: taken.length - given }, () => undefined)
      expect(await Promise.all(taken)).toEqual([...Array(given).keys(), ...nothing])
      expect(stock.rest()).toEqual(Array.from({ length: made - given }, (_, n) => given + n))
    }),
  )
})

it('keeping nothing ahead, it asks for as many as wait, and for none before that', async () => {
  const stock = createStock<string>(0)
  const wanted = stock.wanted()
  const told: number[] = []
  void wanted.then((most) => told.push(most))
  await Promise.resolve()
  expect(told).toEqual([])
  const two = [stock.take(), stock.take()]
  expect(await wanted).toBe(2)
  stock.put(['a', 'b'])
  expect(await Promise.all(two)).toEqual(['a', 'b'])
})

it('keeping some ahead, it asks for more when half of them are gone', async () => {
  const stock = createStock<number>(4)
  expect(await stock.wanted()).toBe(4)
  stock.put([1, 2, 3, 4])
  const told: number[] = []
  const wanted = stock.wanted().then((most) => told.push(most))
  await stock.take()
  await stock.take()
  expect(told).toEqual([])
  await stock.take()
  await wanted
  expect(told).toEqual([3])
})

it('once closed, nobody waits for it', async () => {
  const stock = createStock<number>(2)
  const waiting = stock.take()
  stock.close()
  expect(await waiting).toBeUndefined()
  expect(await stock.take()).toBeUndefined()
  expect(await stock.wanted()).toBe(0)
})
