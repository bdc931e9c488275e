/**
 * The vocabulary as data, schemas of the record and of the views, ids, intervals, folding, status.
 *
 * @module @mithaq/model
 */
export * from './compare-text.ts'
export * from './fold.ts'
export * from './ids.ts'
export * from './interval.ts'
export { linkedArticle, type LinkedArticle, type LinkedCommitment } from './links/article.ts'
export type { LinkRule } from './links/compare.ts'
export { type Content as LinkContent, contentOf as linkContentOf, mayBeSameAction } from './links/content.ts'
export { findLinks, type Link, NEAREST_LINKS } from './links/find-links.ts'
export { type LinkKeys, linkKeysOf } from './links/keys.ts'
export { MOST_WHOLES, Wholes } from './links/wholes.ts'
export * from './overlap.ts'
export * from './same-as.ts'
export * from './schema.ts'
export * from './status.ts'
export * from './views.ts'
export * from './vocabulary.ts'
