import { expect, it } from 'vitest'
import { checkArticle } from './check-article.ts'

it.each([
  'أعلن العراق أنه سيسحب قواته.',
  'سلام',
  'قال دونالد ترامب (Donald Trump) إن بلاده ستنسحب من المنظمة.',
  '<< أعلن العراق >> أنه سيسحب قواته.',
  '[وكالات] أعلن العراق',
])('%s is an article', (text) => {
  expect(() => checkArticle(text)).not.toThrow()
})

it.each([
  ['', 'empty'],
  [' \n\u00a0', 'empty'],
  ['Iraq said it would withdraw its forces.', 'not-arabic'],
  ['In the matter of العراق there is no news today.', 'not-arabic'],
  ['12345', 'not-arabic'],
  ['<!DOCTYPE html><p>أعلن العراق</p>', 'not-text'],
  ['\n<html lang="ar">أعلن العراق', 'not-text'],
  ['<?xml version="1.0"?><rss>أعلن العراق</rss>', 'not-text'],
  ['[{"text":"أعلن العراق"}]', 'not-text'],
])('%j is refused: %s', (text, code) => {
  expect(() => checkArticle(text)).toThrow(expect.objectContaining({ code }))
})
