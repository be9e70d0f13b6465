import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'

export type TabItem = { id: string; label: string; badge?: ReactNode; content: ReactNode }
type Props = { label: string; tabs: readonly TabItem[]; value: string; onChange: (id: string) => void }

/** Sides of one thing. */
export function Tabs({ label, tabs, value, onChange }: Props) {
  return (
    <AriaTabs
      selectedKey={value}
      onSelectionChange={(key) => onChange(String(key))}
      className="flex min-h-0 flex-1 flex-col"
    >
      <TabList
        aria-label={label}
        className="no-scrollbar flex gap-1 overflow-x-auto border-b border-border px-4 @4xl:px-6"
      >
        {tabs.map((tab) => (
          <Tab
            key={tab.id}
            id={tab.id}
            className="focus-ring -mb-px flex min-h-10 cursor-default items-center gap-2 border-b-2 border-transparent px-2.5 text-base font-medium whitespace-nowrap text-ink-2 outline-offset-[-3px] hover:text-ink selected:border-accent selected:text-ink"
          >
            {tab.label}
            {tab.badge}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="focus-ring min-h-0 flex-1 overflow-auto outline-offset-[-3px]">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
