const DAY = 24 * 3600

/** The one scope: what the extension may do as the person. Without any, a flow ends in access_denied after consent. */
export const SCOPE = 'rollcall'
/** Seconds. A grant ends with its tokens or by disconnecting: the library's 14 days would end it under a live token. */
export const GRANT_TTL = 3650 * DAY
