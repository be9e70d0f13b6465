import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

import { FluentResource } from '@fluent/bundle'

import { SHORTCUT_IDS, shortcutOf } from '../keys/shortcuts'
import { languageFor, localeFor, message } from './catalogue'

const SOURCE = fileURLToPath(new URL('../..', import.meta.url))
const LOCALES = fileURLToPath(new URL('../../../../assets/locales', import.meta.url))
const FILES = ['app', 'plan', 'till', 'door', 'settings', 'people', 'printing', 'display']

/** Message ids built from a word of the domain: everything that begins so counts as used. */
const COMPOSED =
  /^(event-state|order-state|ticket-state|tier-state|verdict|verdict-why|verdict-todo|input|pay|face|scope|failure|ready|template|money|when|last|shortage|theme|layout|sound|scanner-reads|mend|refund-reason|shortcut|synonyms|list|till|welcome|tile|role|event-role|may|display-way|display-language|print|printer|drawer-is|notice|no-sale|entry|question|conflict|export|column)-/

type Message = { id: string; source: string }

function messagesOf(language: string): Map<string, Message> {
  const found = new Map<string, Message>()
  for (const file of FILES) {
    const source = readFileSync(join(LOCALES, language, `${file}.ftl`), 'utf8')
    for (const entry of new FluentResource(source).body) {
      if (found.has(entry.id)) throw new Error(`${language}: ${entry.id} stands twice`)
      found.set(entry.id, { id: entry.id, source: JSON.stringify(entry.value) })
    }
  }
  return found
}

function sourcesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return sourcesUnder(path)
    return /(?<!\.test)\.tsx?$/.test(name) ? [readFileSync(path, 'utf8')] : []
  })
}

const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/"type":"var","name":"(\w+)"/g)].map((match) => match[1] ?? ''))].sort()

const english = messagesOf('en')
const german = messagesOf('de')
const source = sourcesUnder(SOURCE).join('\n')

describe('the catalogues', () => {
  it('say the same things in every language', () => {
    expect([...german.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it('take the same values in every language', () => {
    for (const [id, { source: text }] of english) {
      expect(placeholders(german.get(id)?.source ?? ''), id).toEqual(placeholders(text))
    }
  })

  it('have every message that the screens name', () => {
    const named = [...source.matchAll(/\bt\(\s*'([a-z0-9-]+)'/g)].map((match) => match[1] ?? '')
    const labels = SHORTCUT_IDS.flatMap((id) => [shortcutOf(id).label, shortcutOf(id).synonyms ?? []].flat())
    expect([...named, ...labels].filter((id) => !english.has(id))).toEqual([])
  })

  it('name every event template that ships, as its file does', () => {
    const folder = fileURLToPath(new URL('../../../../assets/templates/events', import.meta.url))
    for (const file of readdirSync(folder)) {
      const { key, name, summary } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string>
      expect(message('en', `template-${key}`)).toBe(name)
      expect(message('en', `template-${key}-text`)).toBe(summary)
    }
  })

  it('have no message that no screen names', () => {
    const unused = [...english.keys()].filter((id) => !COMPOSED.test(id) && !source.includes(`'${id}'`))
    expect(unused).toEqual([])
  })
})

it('chooses the language and the region of the computer', () => {
  expect(languageFor(['fr-FR', 'de-AT', 'en-US'])).toBe('de')
  expect(languageFor(['ja'])).toBe('en')
  expect(localeFor('de', ['de-AT'])).toBe('de-AT')
  expect(localeFor('en', ['de-DE'])).toBe('en-GB')
})

it('keeps a right-to-left name from reordering the sentence', () => {
  expect(message('en', 'order-title', { code: 'אבג' })).toBe('Order \u2068אבג\u2069')
  expect(message('en', 'order-title', { code: 'A-1' })).toBe('Order A-1')
})
