import * as z from 'zod/mini'

/**
 * zod's compiled parsers need `new Function`, which an extension page's Content-Security-Policy reports as a violation. To be
 * imported before an object is made: it is then that zod decides.
 */
z.config({ jitless: true })
