/** Who the extension is to browsers and to the group service. */

/** Base64 DER public key: Chromium derives the extension's id from it, so builds from anywhere have the same id. */
export const publicKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAr5I0rHlJNyEPhF08hSFBeO5uB1XcqXjiVt7Qz4qM5nSE8Kn7KIefB8vkEi2iJR3sJD9rj51CASeCv1DJREPSh00cf/+TWNRt4rurN5YUAVf30u364mJuyZLz3gYEKESumpz30f0Np4XslPBYsD5YFDLGYwblVSi1bwxXN8DHt5hGCrAC4QK4mFfU1uTrE8u2Geyse5/DUtyjsk6uX14FVMRJiLTYBfjj0ZUrkLT6YsR8ZYyKdls88y6mpxPThRzJbFMOD2eNupdnblV+hp3dlDvoVQeyLhrwlHPwqrg+j9rcq897Nx3xmA2yK634cJbqljJOvKzSEjLebhTB5hSq7wIDAQAB'

/** The Chromium id that follows from the key: the first 16 bytes of its SHA-256, in the letters a to p. */
export const chromiumId = 'gmimfkblcnjahinmbbpcjjknjomabcap'

/** The Firefox add-on id. Its OAuth redirect host is the SHA-1 of this text. */
export const firefoxId = 'rollcall@rollcall.example'

/** The OAuth client id that both builds use at the group service. */
export const oauthClientId = 'rollcall-extension'

/** Where the group service is until somebody says otherwise. */
export const defaultServiceUrl = 'http://127.0.0.1:4710'
