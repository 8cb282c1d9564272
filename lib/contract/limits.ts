/** Limits that both sides of the contract keep. Lengths are in UTF-16 units, times in the unit the name says. */

/** The contract's version. A client and a service with different majors do not talk. */
export const CONTRACT_VERSION = 1

/** People in one send call; a client sends less at a time so that progress is visible. */
export const MAX_PEOPLE_PER_CALL = 500
/** People in one chunk of a send job. */
export const CHUNK_SIZE = 200
/** RFC 5321 §4.5.3.1.3: a path of 256 octets with its angle brackets leaves 254 for the address. */
export const MAX_EMAIL_LENGTH = 254
/** A person's name; longer names are cut when they are read, never refused. */
export const MAX_PERSON_NAME = 120
/** A Group's or Workspace's name. */
export const MAX_GROUP_NAME = 80
/** People of one roster that is compared with a Group, or that a link lets in: the largest courses have over 10,000. */
export const MAX_ROSTER_PEOPLE = 20_000
/** Levels of Groups in Groups, the top one included. */
export const MAX_GROUP_LEVELS = 8
/** Days that a deleted Group can be brought back. */
export const RESTORE_DAYS = 30
/** Reminders of one invitation. */
export const MAX_REMINDERS = 3
/** Days between two mails about one invitation before it may be reminded of. */
export const REMINDER_DAYS = 2
/** The longest that a Group waits before it reminds by itself. */
export const MAX_REMIND_DAYS = 30
/** Domains that a Workspace lets in by name. */
export const MAX_EMAIL_DOMAINS = 50
/** The highest cap of a share link. */
export const MAX_LINK_USES = 100_000
/** Members in one answer of the member list. */
export const MAX_PAGE_SIZE = 500
/** Addresses in one answer of the forecast's source. */
export const MAX_ADDRESSES_PER_PAGE = 10_000
/** Bytes in one request's body: 500 people with long names in UTF-8 stay below it. */
export const MAX_BODY_BYTES = 512 * 1024
/** Bytes in the body of a request with a whole roster in it. */
export const MAX_ROSTER_BYTES = 2 * 1024 * 1024
