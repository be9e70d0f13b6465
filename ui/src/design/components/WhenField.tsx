import { CalendarDays } from 'lucide-react'
import { useState } from 'react'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  Dialog,
  DialogTrigger,
  Group,
  Heading,
  Input,
  Popover,
  TextField,
} from 'react-aria-components'
import { CalendarDate } from '@internationalized/date'

import { cx } from '../cx'
import { formatLocal, localFromText, localText, type Local } from '../text/time'
import { useText } from '../text/useText'
import { readWhen } from '../text/when'
import { FieldParts } from './Field'

type Props = {
  label: string
  hint?: string
  /** "2026-06-13T20:00", or null while nothing readable is typed. */
  value: string | null
  onChange: (local: string | null) => void
  /** The wall clock of the event's zone. */
  now: Local
  /** What a date without a time means. */
  usualTime?: { hour: number; minute: number }
  error?: string | undefined
  isOptional?: boolean
  name?: string
  autoFocus?: boolean
}

const EVENING = { hour: 20, minute: 0 }

/** A date and time, typed first and echoed in full with its weekday; the calendar comes second. */
export function WhenField({
  label,
  hint,
  value,
  onChange,
  now,
  usualTime = EVENING,
  error,
  isOptional,
  name,
  autoFocus,
}: Props) {
  const { t, locale, local: say } = useText()
  const known = value === null ? null : localFromText(value)
  const [text, setText] = useState(known ? formatLocal(locale, known, 'medium') : '')
  const [isTyping, setTyping] = useState(false)
  const reading = readWhen(text, { now, locale, ...usualTime })
  const ownError = 'fault' in reading && reading.fault !== 'empty' && !isTyping ? t(`when-${reading.fault}`) : undefined

  function change(next: string): void {
    setText(next)
    setTyping(true)
    const read = readWhen(next, { now, locale, ...usualTime })
    onChange('local' in read ? localText(read.local) : null)
  }

  function pick(date: { year: number; month: number; day: number }): void {
    const next = { ...(known ?? { ...now, ...usualTime }), year: date.year, month: date.month, day: date.day }
    setText(formatLocal(locale, next, 'medium'))
    onChange(localText(next))
  }

  return (
    <TextField
      name={name}
      value={text}
      onChange={change}
      onBlur={() => setTyping(false)}
      autoFocus={autoFocus}
      autoComplete="off"
      isInvalid={Boolean(error ?? ownError)}
      className="flex flex-col gap-1"
    >
      <FieldParts label={label} hint={hint ?? t('when-hint')} isOptional={isOptional} error={error ?? ownError}>
        <Group className="flex w-full max-w-80 items-stretch overflow-hidden rounded-control border border-border-strong bg-surface focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus invalid:border-danger">
          <Input className="min-h-9 w-full bg-transparent px-2.5 text-base text-ink outline-none" />
          <DialogTrigger>
            <Button
              slot={null}
              aria-label={t('when-open-calendar')}
              className="flex w-9 items-center justify-center border-l border-border text-ink-2 outline-none hover:bg-surface-2 hover:text-ink focus-visible:bg-surface-2 focus-visible:text-ink"
            >
              <CalendarDays size={16} strokeWidth={1.75} aria-hidden />
            </Button>
            <Popover className="animate-rise rounded-card border border-border bg-surface p-3 shadow-overlay">
              <Dialog aria-label={label} className="outline-none">
                {({ close }) => (
                  <MonthGrid
                    chosen={known ?? now}
                    onPick={(date) => {
                      pick(date)
                      close()
                    }}
                  />
                )}
              </Dialog>
            </Popover>
          </DialogTrigger>
        </Group>
        <p aria-live="polite" className={cx('min-h-5 text-sm', 'local' in reading ? 'text-success' : 'text-ink-3')}>
          {'local' in reading ? say(reading.local, 'full') : ''}
        </p>
      </FieldParts>
    </TextField>
  )
}

type MonthProps = { chosen: Local; onPick: (date: CalendarDate) => void }

function MonthGrid({ chosen, onPick }: MonthProps) {
  const { t } = useText()
  return (
    <Calendar
      aria-label={t('when-calendar')}
      defaultValue={new CalendarDate(chosen.year, chosen.month, chosen.day)}
      onChange={(date) => onPick(new CalendarDate(date.year, date.month, date.day))}
    >
      <header className="mb-2 flex items-center justify-between">
        <Button slot="previous" className="focus-ring size-8 rounded-control hover:bg-surface-2">
          ‹
        </Button>
        <Heading className="text-base font-semibold" />
        <Button slot="next" className="focus-ring size-8 rounded-control hover:bg-surface-2">
          ›
        </Button>
      </header>
      <CalendarGrid>
        {(date) => (
          <CalendarCell
            date={date}
            className="focus-ring tabular flex size-9 cursor-default items-center justify-center rounded-control text-base hover:bg-surface-2 outside-month:hidden selected:bg-accent selected:text-on-accent"
          />
        )}
      </CalendarGrid>
    </Calendar>
  )
}
