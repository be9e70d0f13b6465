import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'

export type Arguments = Record<string, FluentVariable>
export type Spoken = 'en' | 'de'
export const LANGUAGES: readonly Spoken[] = ['en', 'de']

const SOURCES = import.meta.glob<string>(
  '../../../../assets/locales/*/{app,plan,till,door,settings,people,printing,display}.ftl',
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
)

/** The regional form in which an unspecific language writes dates and money. */
const REGION: Record<Spoken, string> = { en: 'en-GB', de: 'de-DE' }

/** The locale for numbers and dates: the computer's own when it speaks the language, else the language's usual one. */
export function localeFor(language: Spoken, preferred: readonly string[]): string {
  return preferred.find((tag) => tag.toLowerCase().startsWith(`${language}-`)) ?? REGION[language]
}

/** The first language we speak among those the computer prefers. */
export function languageFor(preferred: readonly string[]): Spoken {
  for (const tag of preferred) {
    const known = LANGUAGES.find((language) => tag.toLowerCase().startsWith(language))
    if (known) return known
  }
  return 'en'
}

function build(language: Spoken): FluentBundle {
  // Isolation marks are added only where an argument needs them, in `isolate`.
  const bundle = new FluentBundle(REGION[language], { useIsolating: false })
  for (const [path, source] of Object.entries(SOURCES)) {
    if (path.includes(`/locales/${language}/`)) bundle.addResource(new FluentResource(source))
  }
  return bundle
}

const bundles = new Map<Spoken, FluentBundle>()

function bundleOf(language: Spoken): FluentBundle {
  const known = bundles.get(language)
  if (known) return known
  const built = build(language)
  bundles.set(language, built)
  return built
}

const BIDIRECTIONAL = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/

/** A right-to-left name must not reorder the sentence around it. */
function isolate(values: Arguments): Arguments {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) =>
      typeof value === 'string' && BIDIRECTIONAL.test(value) ? [name, `\u2068${value}\u2069`] : [name, value],
    ),
  )
}

/** Whether the catalogues know the message. */
export function hasMessage(language: Spoken, id: string): boolean {
  return bundleOf(language).hasMessage(id) || bundleOf('en').hasMessage(id)
}

/** The message in the language, or in English where a translation is missing; the id itself shows a defect. */
export function message(language: Spoken, id: string, values: Arguments = {}): string {
  for (const spoken of language === 'en' ? (['en'] as const) : ([language, 'en'] as const)) {
    const bundle = bundleOf(spoken)
    const pattern = bundle.getMessage(id)?.value
    if (pattern) return bundle.formatPattern(pattern, isolate(values))
  }
  return id
}
