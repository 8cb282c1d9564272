import { html } from 'hono/html'
import { accounts } from '../accounts.ts'

/** The sign-in form. `newLoc` is a path on the stand-in. */
export const loginPage = (newLoc: string) => html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Sign in to the stand-in for Blackboard</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="/stand-in/stand-in.css">
</head>
<body>
  <p class="stand-in-note" role="note">This is a stand-in for Blackboard, for trying Rollcall; the people are invented.</p>
  <main class="stand-in-login">
    <h1>Sign in</h1>
    <form id="login_form" method="post" action="/webapps/login/">
      <input type="hidden" name="new_loc" value="${newLoc}">
      <label>Username <input name="user_id" value="instructor" autocomplete="off" list="accounts" required></label>
      <label>Password <input name="password" type="password" value="anything" autocomplete="off"></label>
      <button>Sign In</button>
    </form>
    <datalist id="accounts">${accounts.map(({ username }) => html`<option value="${username}"></option>`)}</datalist>
    <p>Any password does. Other usernames: <b>assistant</b> sees what the instructor sees, <b>student</b> only people who let themselves be listed.</p>
  </main>
</body>
</html>`

/** What an Original page answers when the session has ended: a script that goes to the sign-in, and nothing else. */
export const redirectPage = (origin: string, newLoc: string) =>
  html`<html><head><script>document.location.replace('${origin}/webapps/login/?new_loc=${encodeURIComponent(newLoc)}');</script></head><body></body></html>`
