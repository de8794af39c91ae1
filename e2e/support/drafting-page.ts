/** A page with nothing but the editor of a draft, its status and what waits for a decision: what is tested is underneath the workspace. */
import '../../ui/styles/all.css'
import '../../ui/editor/law-editor.ts'
import '../../ui/editor/collaboration/draft-merge.ts'
import '../../ui/editor/collaboration/draft-status.ts'
import { Collaboration } from '../../ui/editor/collaboration/collaboration.ts'
import { httpServer } from '../../ui/editor/collaboration/draft-server.ts'
import { browserLocks, browserStore } from '../../ui/editor/collaboration/unsent-store.ts'

declare global {
  interface Window {
    together: Collaboration
  }
}

const draftId = new URLSearchParams(location.search).get('draft') ?? ''
const together = new Collaboration({ draftId, server: httpServer(draftId), store: browserStore, locks: browserLocks })
window.together = together
const { doc } = await together.open()
const editor = document.createElement('law-editor')
editor.doc = doc
editor.plugins = [together.plugin()]
const status = document.createElement('draft-status')
status.together = together
const merge = document.createElement('draft-merge')
merge.together = together
together.subscribe(() => (editor.readonly = !together.state.may.write))
window.addEventListener('pagehide', () => together.close())
document.querySelector('main')?.append(status, merge, editor)
