import type { NoticeService } from '../../components/services.ts'
import { notices } from '../../lib/platform.ts'
import { liveStored } from './live.ts'

/** Whether the end of a send may be told by the system: the browser's own permission is all that is kept. */
export const noticeService = async (): Promise<NoticeService> => ({
  ...(await liveStored(notices.isAllowed, notices.onChanged)),
  allow: notices.allow,
})
