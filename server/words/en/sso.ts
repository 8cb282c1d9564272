/** Signing in on a school's own page. */
export const sso = {
  'sso.title': 'Sign in at your school',
  'sso.heading': '{workspace} signs you in',
  'sso.where': 'Addresses at {domain} sign in on a page of their own, at {host}. You come back here afterwards.',
  'sso.goOn': 'Go on',
  'sso.code': 'Send me a code instead',
  'sso.other': 'Use another address',
  'sso.again': 'Start again',
  'sso.down': 'Your school’s sign-in does not answer',
  'sso.downWhy':
    '{host} cannot be reached from here just now. Nothing is wrong with your account. Try again in a few minutes; if it stays so, tell the people who run {workspace}.',
  'sso.tooMany': 'Too many sign-ins from this network',
  'sso.gone': 'This sign-in has expired',
  'sso.goneWhy': 'It was waiting too long, was finished already, or began in another browser. Nobody was signed in.',
  'sso.refused': 'Your school did not sign you in',
  'sso.refusedWhy':
    '{host} said no, or something that does not hold. Start again; if it stays so, tell the people who run {workspace}.',
  'sso.unverified': 'Your school did not say a verified address',
  'sso.unverifiedWhy':
    '{host} knows you, and gave no address that it has verified. Nobody was signed in. The people who run {workspace} can put that right.',
  'sso.otherDomain': 'This is another address',
  'sso.otherDomainWhy':
    'You are {email} at {host}, which signs in addresses at {domains} alone. Sign out there and use your school’s account, or sign in here with a code.',
  'sso.only': 'Your school signs in on its own page',
  'sso.onlyWhy': 'Codes do not work for its addresses any more. Type your address once more, and go on to that page.',
  'sso.accept': 'You sign in as {email} on your school’s own page.',
} as const
