/** Lays out one graph and ends; a process of its own, since it takes seconds in which nothing else is answered. */
import { createLayout } from '@mithaq/views/layout'
import type { LayoutJob } from '@mithaq/views/layout'

process.once('message', (job: LayoutJob) => {
  const layout = createLayout(job)
  while (layout.step());
  layout.settle()
  process.send?.(layout.positions(), () => process.disconnect())
})
