import { useState } from 'preact/hooks'
import type { GraphCanvas } from '../graph/graph-canvas.ts'
import { useActions, useApp, useLanguage } from '../state/use-app.ts'
import { STAGES } from '../state/view-state.ts'
import { AsOf } from './as-of.tsx'
import { ExportMenu } from './export-menu.tsx'
import { GraphPane } from './graph-pane.tsx'
import { LedgerTable } from './ledger-table.tsx'
import { moveBetweenTabs } from './move-between-tabs.ts'
import { QuestionPanel } from './question-panel.tsx'
import { StatusSummary } from './status-summary.tsx'
import { Timeline } from './timeline.tsx'

/** The middle of the page: the same commitments as a network, a table or a timeline, as of one day. */
export function StagePane() {
  const { m } = useLanguage()
  const stage = useApp(({ view }) => view.stage)
  const { look } = useActions()
  const [canvas, setCanvas] = useState<GraphCanvas | null>(null)
  return (
    <div class="pane stage-pane">
      <div class="stage-bar">
        <div class="stage-tabs" role="tablist" aria-label={m.stageLabel} onKeyDown={moveBetweenTabs}>
          {STAGES.map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`stage-${name}`}
              aria-controls="stage"
              aria-selected={name === stage}
              tabIndex={name === stage ? 0 : -1}
              onClick={() => look({ stage: name })}
            >
              {m.stage[name]}
            </button>
          ))}
        </div>
        <div class="stage-end">
          <AsOf />
          <ExportMenu canvas={canvas} />
        </div>
      </div>
      <div class="stage" role="tabpanel" id="stage" aria-labelledby={`stage-${stage}`}>
        {/* Kept while hidden, so that the drawing stays as the reader arranged it. */}
        <GraphPane hidden={stage !== 'graph'} made={setCanvas} />
        {stage !== 'graph' && (
          <div class="stage-sheet">
            {stage !== 'questions' && <StatusSummary />}
            {stage === 'table' && <LedgerTable />}
            {stage === 'timeline' && <Timeline />}
            {stage === 'questions' && <QuestionPanel />}
          </div>
        )}
      </div>
    </div>
  )
}
