/** Whether a worker has a mail: what it had when it died is told from what waits for a later try. */
export default `
alter table outbox add column claimed boolean not null default false;
create index on outbox (id) where claimed;
`
