import type { ReactNode } from 'react'

type Props = { title: string; children: ReactNode }

/** A group of settings that belong to one job. */
export function Panel({ title, children }: Props) {
  return (
    <section aria-label={title} className="card flex flex-col gap-4 p-5">
      <h2 className="text-md">{title}</h2>
      {children}
    </section>
  )
}
