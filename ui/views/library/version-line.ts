import { html, nothing, type TemplateResult } from 'lit'
import { messages } from '../../messages/zh.ts'
import { addressOf, type VersionRow } from './library-data.ts'

const words = messages.library.work

/** What changed from the version before, in a few words. */
function changesOf(version: VersionRow): string {
  if (version.lineage === null) return ''
  const of = (...relations: string[]): number => version.lineage?.counts.filter(({ relation }) => relations.includes(relation)).reduce((sum, { count }) => sum + count, 0) ?? 0
  return words.changed(of('changed', 'split', 'merged'), 0, of('ended')) || words.alike
}

/** The versions of a work from the oldest to the newest, one to be chosen; those without any date stand last. */
export function versionLine(options: { versions: readonly VersionRow[]; workKey: string; chosen: string; choose: (address: string) => void }): TemplateResult {
  const { versions, workKey, chosen, choose } = options
  const { standing, unknown } = messages.library
  return html`<nav class="version-line" aria-label=${words.versions}><ol>${versions.map((version) => {
    const address = addressOf(version, workKey)
    const changes = changesOf(version)
    return html`<li class="${version.standing} ${address === chosen ? 'chosen' : ''}"><button type="button" class="plain" aria-current=${address === chosen ? 'true' : nothing} @click=${() => choose(address)}>
      <b>${version.effectiveFrom ?? (version.adopted === null ? unknown : `${version.adopted} ${words.labels.adopted}`)}</b><span>${standing[version.standing]}${version.corrects ? `　${words.correction}` : ''}${changes === '' ? nothing : `　${changes}`}</span></button></li>`
  })}</ol></nav>`
}
