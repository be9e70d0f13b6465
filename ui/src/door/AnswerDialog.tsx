import { useState } from 'react'
import { Form } from 'react-aria-components'

import { Button } from '../design/components/Button'
import { Checkbox } from '../design/components/Checkbox'
import { Dialog } from '../design/components/Dialog'
import { TextField } from '../design/components/TextField'
import { useText } from '../design/text/useText'
import type { AskedQuestion } from '../gen/types'
import { openQuestion, withAnswer, type Pending } from './questions'

type Props = { pending: Pending; onAnswer: (pending: Pending) => void; onClose: () => void }

/** An answer that no single key can give: words, a number, a date, or several of many. */
export function AnswerDialog({ pending, onAnswer, onClose }: Props) {
  const question = openQuestion(pending)
  if (!question) return null
  return <Asked key={question.id} {...{ question, pending, onAnswer, onClose }} />
}

function Asked({ question, pending, onAnswer, onClose }: Props & { question: AskedQuestion }) {
  const { t } = useText()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [isMissing, setMissing] = useState(false)
  const isChoices = question.answer_kind === 'choices'
  const answer = isChoices ? chosen.join(',') : text.trim()
  const missing = isMissing && !answer ? t('question-missing') : undefined

  function submit(): void {
    if (!answer && question.is_required) setMissing(true)
    else onAnswer(withAnswer(pending, question.id, answer))
  }
  function toggle(mark: string): void {
    const without = chosen.filter((other) => other !== mark)
    setChosen(without.length < chosen.length ? without : [...chosen, mark])
  }

  return (
    <Dialog
      title={t('question-title')}
      width="narrow"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button tone="primary" onPress={submit}>
            {t('question-take')}
          </Button>
        </>
      }
    >
      <Form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {isChoices ? (
          <fieldset className="flex flex-col gap-2">
            <legend className="mb-2 text-md font-medium">{question.question}</legend>
            {question.options.map((option) => (
              <Checkbox
                key={option.identifier}
                isSelected={chosen.includes(option.identifier)}
                onChange={() => toggle(option.identifier)}
              >
                <bdi>{option.label}</bdi>
              </Checkbox>
            ))}
            {missing && <p className="text-danger">{missing}</p>}
          </fieldset>
        ) : (
          <TextField
            label={question.question}
            hint={hintOf(question, t)}
            isOptional={!question.is_required}
            inputMode={question.answer_kind === 'number' ? 'decimal' : 'text'}
            value={text}
            onChange={setText}
            error={missing}
            autoFocus
          />
        )}
      </Form>
    </Dialog>
  )
}

/** How the core reads dates and times. */
function hintOf(question: AskedQuestion, t: (id: string) => string): string | undefined {
  switch (question.answer_kind) {
    case 'date':
      return t('question-hint-date')
    case 'time':
      return t('question-hint-time')
    case 'date_time':
      return t('question-hint-date-time')
    case 'number':
      return t('question-hint-number')
    case 'text':
    case 'other':
    case 'yes_no':
    case 'choice':
    case 'choices':
      return undefined
  }
}
