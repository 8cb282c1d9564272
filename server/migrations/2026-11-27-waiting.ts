/** What waits for an address, in every Workspace. */
export default `
create index on invitations (email) where state = 'pending';
create index on workspace_invitations (email) where state = 'pending';
`
