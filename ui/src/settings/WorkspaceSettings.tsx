import { CircleCheck, OctagonX, ShieldCheck } from 'lucide-react'

import { Button } from '../design/components/Button'
import { ErrorCard } from '../design/components/ErrorCard'
import { useText } from '../design/text/useText'
import { useAnswer, useCommand } from '../host/query'
import { BackupForm } from './BackupForm'
import { Panel } from './Panel'

/** The file that everything is in: where it is, whether it is sound, and a copy of it. */
export function WorkspaceSettings() {
  const { t } = useText()
  const info = useAnswer('app.info', {})
  const verify = useCommand('verify')
  const workspace = info.data?.workspace
  if (!workspace) return null
  return (
    <Panel title={t('settings-workspace')}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <dt className="text-ink-2">{t('about-file')}</dt>
        <dd className="font-mono text-sm break-all select-text">{workspace.path}</dd>
        <dt className="text-ink-2">{t('about-version')}</dt>
        <dd>{info.data?.version}</dd>
      </dl>
      <BackupForm path={workspace.path} />
      <div className="flex flex-col gap-3 border-t border-border pt-4">
        <p className="text-ink-2">{t('verify-text')}</p>
        <Button
          className="self-start"
          icon={<ShieldCheck size={16} aria-hidden />}
          isPending={verify.isPending}
          onPress={() => verify.mutate({})}
        >
          {t('verify')}
        </Button>
        {verify.error && <ErrorCard failure={verify.error} />}
        {verify.data && (
          <div role="status" className="flex flex-col gap-1.5">
            <p className={verify.data.is_ok ? 'font-medium text-success' : 'font-medium text-danger'}>
              {t(verify.data.is_ok ? 'verify-sound' : 'verify-unsound')}
            </p>
            <ul className="flex flex-col gap-1">
              {verify.data.checks.map((check) => {
                const Icon = check.is_ok ? CircleCheck : OctagonX
                return (
                  <li key={check.name} className="flex gap-2">
                    <Icon
                      size={16}
                      className={check.is_ok ? 'mt-0.5 shrink-0 text-success' : 'mt-0.5 shrink-0 text-danger'}
                      aria-hidden
                    />
                    <span>
                      {check.name}{' '}
                      <span className="text-ink-2">{check.findings.map((finding) => finding.message).join(' ')}</span>
                    </span>
                  </li>
                )
              })}
            </ul>
          </div>
        )}
      </div>
    </Panel>
  )
}
