import fs, { type PathOrFileDescriptor } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

/**
 * Loaded into the service before its own code (`--import`): while the file named in FULL_WHEN is there, the disk is full, as
 * the calls to the system see it. What a file has already can be written over; where it says `log` in that file nothing can
 * be written to the store's log either, as on file systems that copy on write.
 */
const marker = process.env.FULL_WHEN ?? ''
const full = () => (fs.existsSync(marker) ? fs.readFileSync(marker, 'utf8') : undefined)
const noRoom = () => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', errno: -28 })

const opened = new Map<number, string>()
const { openSync, closeSync, writeSync, writeFileSync } = fs

fs.openSync = (...args) => {
  const fd = openSync(...args)
  opened.set(fd, String(args[0]))
  return fd
}
fs.closeSync = (fd) => {
  opened.delete(fd)
  closeSync(fd)
}
const write = writeSync as (
  fd: number,
  data: NodeJS.ArrayBufferView,
  offset: number,
  length: number,
  at: number,
) => number
fs.writeSync = ((fd: number, data: NodeJS.ArrayBufferView, offset: number, length: number, at: number) => {
  const how = opened.get(fd)?.includes('/store/') ? full() : undefined
  if (how !== undefined) {
    if (how === 'log' && opened.get(fd)?.includes('/pg_wal/')) throw noRoom()
    if (at + length > fs.fstatSync(fd).size) throw noRoom()
  }
  return write(fd, data, offset, length, at)
}) as typeof fs.writeSync
fs.writeFileSync = (file: PathOrFileDescriptor, ...rest) => {
  if (full() === undefined) return writeFileSync(file, ...rest)
  // The name is made, and nothing fits in.
  writeFileSync(file, '')
  throw noRoom()
}
syncBuiltinESMExports()
