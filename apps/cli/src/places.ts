import { fileURLToPath } from 'node:url'

const inRepository = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

/** What the command line finds beside itself. */
export const VIEWER_DIRECTORY = inRepository('apps/viewer/dist')
export const EXAMPLES_DIRECTORY = inRepository('examples')
export const REPOSITORY = inRepository('')
