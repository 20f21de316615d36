/** The layout worker: runs `layoutGraph` off the page's thread, and reports how far it is. */
import { layoutGraph } from '@/lib/layout/layout-graph'
import type { LayoutReply, LayoutRequest } from './shared'

/** Reports closer together than this would cost more than they tell. In ms. */
const REPORT_INTERVAL = 50

self.addEventListener('message', (event: MessageEvent<LayoutRequest>) => {
  try {
    let reported = performance.now()
    const layout = layoutGraph(event.data.input, {
      onProgress(done) {
        const now = performance.now()
        if (now - reported < REPORT_INTERVAL) return
        reported = now
        reply({ kind: 'progress', done })
      },
    })
    reply({ kind: 'done', result: Object.fromEntries(layout) })
  } catch (error) {
    reply({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
})

function reply(message: LayoutReply): void {
  self.postMessage(message)
}
