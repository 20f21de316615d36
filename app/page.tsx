import { Facet } from '@/components/workbench/app'
import { firstPaintScript } from '@/components/workbench/first-paint'

export default function Page() {
  return (
    <>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: Our own code, with nothing put in. */}
      <script dangerouslySetInnerHTML={{ __html: firstPaintScript() }} />
      <Facet />
    </>
  )
}
