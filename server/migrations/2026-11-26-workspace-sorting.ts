/** People in the order in which lists show them: a page of a large Group walks along it. */
export default `
create index people_by_name on people ((lower(coalesce(nullif(name, ''), email)) collate "und-x-icu"), email);
`
