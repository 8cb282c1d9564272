/** Where the Group and the Workspace of the fake services are in the web app. */
export const groupPath = '/groups/00000000-0000-4000-8000-000000000101'
export const workspacePath = '/workspaces/00000000-0000-4000-8000-000000000001'
