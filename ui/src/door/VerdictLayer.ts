import type { Shape, Sheet } from './verdicts'

/** What the sheet says, in words of the moment. */
export type SheetWords = {
  word: string
  why: string
  todo: string
  details: readonly string[]
  /** The instruction on the white band; empty without one. */
  attention: string
}
export type SheetAction = {
  id: string
  label: string
  /** What its key-cap says; empty for an action without a key. */
  keys: string
  /** A second key that does the same. */
  alsoKeys?: string
  run: () => void
}

/** Strokes in a 100 × 100 box; every shape differs in outline and in what stands inside it. */
const SHAPES: Readonly<Record<Shape, string>> = {
  circle: '<circle cx="50" cy="50" r="46"/><path d="M28 52 L44 68 L74 34"/>',
  arrow: '<circle cx="50" cy="50" r="46"/><path d="M76 50 H26 M46 29 L25 50 L46 71"/>',
  triangle: '<path d="M50 5 L97 92 H3 Z"/><path d="M50 36 V64 M50 77 V78"/>',
  octagon: '<path d="M30 3 H70 L97 30 V70 L70 97 H30 L3 70 V30 Z"/><path d="M33 33 L67 67 M67 33 L33 67"/>',
  heads:
    '<circle cx="50" cy="30" r="16"/><path d="M22 88 C22 56 78 56 78 88"/><path d="M22 24 A12 12 0 0 0 22 48 M4 80 C4 66 10 60 16 58 M78 24 A12 12 0 0 1 78 48 M96 80 C96 66 90 60 84 58"/>',
  ring: '<circle cx="50" cy="50" r="46" stroke-dasharray="12 9"/><path d="M30 42 H70 M30 58 H70"/>',
}

/** Longer words are set smaller, so that none is ever cut. */
const LONG_WORD = 9

/**
 * The sheet over the door, outside React: built once, then written to directly, so that a verdict is on screen in
 * the frame after its answer.
 */
export class VerdictLayer {
  private readonly root = document.createElement('div')
  private readonly parts: Record<'shape' | 'word' | 'why' | 'todo' | 'details' | 'attention' | 'keys', HTMLElement>
  private timer: ReturnType<typeof setTimeout> | undefined
  private actions: readonly SheetAction[] = []
  private onHidden: () => void = () => undefined

  constructor(parent: HTMLElement) {
    this.root.className = 'verdict'
    this.root.hidden = true
    const body = document.createElement('div')
    body.className = 'verdict-body'
    this.root.append(body)
    const part = (name: string): HTMLElement => {
      const element = document.createElement('div')
      element.className = `verdict-${name}`
      body.append(element)
      return element
    }
    this.parts = {
      ...{ shape: part('shape'), word: part('word'), why: part('why'), todo: part('todo') },
      ...{ details: part('details'), keys: part('keys'), attention: part('attention') },
    }
    this.parts.shape.ariaHidden = 'true'
    parent.append(this.root)
  }

  get isShown(): boolean {
    return !this.root.hidden
  }

  /** Paints a verdict. `onHidden` is told when it has gone by itself or by `hide`. */
  show(sheet: Sheet, words: SheetWords, actions: readonly SheetAction[], onHidden: () => void): void {
    clearTimeout(this.timer)
    const { root, parts } = this
    root.classList.remove('is-leaving')
    root.dataset['signal'] = sheet.signal
    root.dataset['checkOnly'] = String(sheet.isCheckOnly)
    root.dataset['long'] = String(words.word.length > LONG_WORD)
    parts.shape.innerHTML = `<svg viewBox="0 0 100 100" fill="none" stroke="currentColor" stroke-width="7" stroke-linecap="round" stroke-linejoin="round">${SHAPES[sheet.shape]}</svg>`
    parts.word.textContent = words.word
    parts.why.textContent = words.why
    parts.todo.textContent = words.todo
    parts.attention.textContent = words.attention
    parts.details.replaceChildren(...words.details.map((text) => isolated(text)))
    this.actions = actions
    this.onHidden = onHidden
    parts.keys.replaceChildren(...actions.map((action) => buttonFor(action)))
    root.hidden = false
    if (sheet.stays_ms !== null) this.timer = setTimeout(() => this.leave(), sheet.stays_ms)
  }

  /** Runs the action of a key, as `KeyboardEvent.key` names it; whether there was one. */
  press(key: string): boolean {
    const isMeant = (keys: string | undefined): boolean => keys?.toUpperCase() === key.toUpperCase()
    const action = this.isShown
      ? this.actions.find(({ keys, alsoKeys }) => isMeant(keys) || isMeant(alsoKeys))
      : undefined
    action?.run()
    return action !== undefined
  }

  hide(): void {
    clearTimeout(this.timer)
    if (this.root.hidden) return
    this.root.hidden = true
    this.actions = []
    this.onHidden()
  }

  remove(): void {
    clearTimeout(this.timer)
    this.root.remove()
  }

  private leave(): void {
    this.root.classList.add('is-leaving')
    this.timer = setTimeout(() => this.hide(), 120)
  }
}

function isolated(text: string): HTMLElement {
  const element = document.createElement('bdi')
  element.textContent = text
  return element
}

function buttonFor(action: SheetAction): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = action.label
  if (action.keys) {
    const cap = document.createElement('kbd')
    cap.textContent = action.keys
    cap.ariaHidden = 'true'
    button.append(cap)
  }
  button.addEventListener('mousedown', (event) => event.preventDefault())
  button.addEventListener('click', action.run)
  return button
}
