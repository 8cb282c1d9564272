/** Accepting an invitation with another address than the invited one. */
export const account = {
  'alias.instead': 'Accept as {person} instead',
  'alias.title': 'Use this address',
  'alias.heading': 'Accept as {person}',
  'alias.what':
    'This invitation is for {email}. You join {place} as {person}; whoever invited you sees both addresses.',
  'alias.proof': 'So that nobody takes an invitation that is not theirs, we send a code to {email} first.',
  'alias.send': 'Send a code to {email}',
  'alias.sent': 'We sent eight digits to {email}. They work for ten minutes, in this browser only.',
  'alias.accept': 'Accept as {person}',
  'alias.offDomain': 'To accept, sign in as {email}: {workspace} lets in other addresses than {person}.',
  'alias.back': 'Back to the invitation',
} as const
