import { Copy } from 'lucide-react'
import { useState } from 'react'
import { Form } from 'react-aria-components'

import { Button } from '../design/components/Button'
import { ErrorSummary } from '../design/components/ErrorSummary'
import { TextField } from '../design/components/TextField'
import { showToast } from '../design/components/toasts'
import { localAt, deviceZone } from '../design/text/time'
import { useText } from '../design/text/useText'
import { useCommandForm } from '../design/useForm'
import { backupName } from './backup'

type Props = { path: string }

/** A copy of the whole workspace while it is in use. */
export function BackupForm({ path }: Props) {
  const { t } = useText()
  const form = useCommandForm('backup')
  const [to, setTo] = useState(() => backupName(path, localAt(new Date(), deviceZone())))
  async function backUp(): Promise<void> {
    const missing = to.trim() ? [] : [{ field: 'to', message: t('backup-to-missing') }]
    if (await form.send({ to: to.trim() }, missing))
      showToast({ tone: 'success', title: t('backup-done'), text: to.trim() })
  }
  return (
    <Form
      className="flex flex-col gap-3 border-t border-border pt-4"
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault()
        void backUp()
      }}
    >
      <ErrorSummary errors={form.errors} />
      <TextField
        label={t('backup-to')}
        hint={t('backup-hint')}
        name="to"
        value={to}
        onChange={setTo}
        error={form.errorOf('to')}
        inputClassName="font-mono text-sm"
      />
      <Button type="submit" className="self-start" icon={<Copy size={16} aria-hidden />} isPending={form.isSending}>
        {t('backup')}
      </Button>
    </Form>
  )
}
