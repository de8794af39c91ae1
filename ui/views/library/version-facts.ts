import { html, nothing, type TemplateResult } from 'lit'
import type { LegalText } from '../../../law/text/index.ts'
import { changedWords } from '../../components/comparison/changed-words.ts'
import { readingReport } from '../../components/reading-report.ts'
import { sizeInText, timeInTable } from '../../format.ts'
import { messages } from '../../messages/zh.ts'
import type { Source, VersionRow } from './library-data.ts'

const words = messages.library.work

/** What is known of a version; what is not known says so, with the way to record it. */
export function versionFacts(version: VersionRow, record: (() => void) | null): TemplateResult {
  const { labels } = words
  const unknown = html`<span class="soon">${messages.library.unknown}</span>`
  const recordable = record === null ? nothing : html`　<button type="button" class="words" @click=${() => record()}>${words.record}</button>`
  const row = (label: string, value: unknown): TemplateResult => html`<tr><th scope="row">${label}</th><td>${value}</td></tr>`
  return html`<table class="facts"><tbody>
    ${row(labels.effectiveFrom, version.effectiveFrom ?? html`${unknown}${recordable}`)}
    ${row(labels.effectiveTo, version.effectiveTo ?? (version.standing === 'inForce' ? html`${words.holding}${recordable}` : html`${words.none}${version.effectiveFrom === null ? nothing : recordable}`))}
    ${row(labels.basis, words.bases[version.effectiveBasis] ?? version.effectiveBasis)}
    ${version.adopted === null ? nothing : row(labels.adopted, version.adopted)}${version.approved === null ? nothing : row(labels.approved, version.approved)}
    ${row(labels.promulgated, version.promulgated ?? unknown)}
    ${row(labels.documentNo, version.documentNo ?? words.none)}
    ${version.sourceNote === null ? nothing : row(labels.sourceNote, version.sourceNote)}
    ${row(labels.articles, version.articleCount)}
    ${row(labels.public, version.public ? words.publicYes : words.publicNo)}
  </tbody></table>`
}

/** The files a version came from, byte for byte, with what was noticed when they were read (`remarks`: of the first, whose text is shown) and where they differ. */
export function versionSources(sources: readonly Source[], remarks: LegalText['remarks'], amendment: string | null = null): TemplateResult {
  if (sources.length === 0) return html`<p class="quiet small">${words.noSource}</p>`
  return html`<ul class="sources">${sources.map((source, at) => html`<li><a class="u" href="/api/files/${source.fileId}/content" download>${source.name}</a> ${source.kind === 'decision' && amendment !== null ? html`<a class="u" href=${amendment}>${messages.amendment.seeSteps}</a> ` : nothing}<span class="quiet small">${source.kind === 'decision' ? `${messages.amendment.decision}　` : nothing}${sizeInText(source.sizeBytes)}　${words.added(timeInTable(source.addedAt))}</span>
    <code class="digest" title=${words.digest}>${source.sha256}</code>
    ${readingReport({ problems: source.problems, remarks: at === 0 ? remarks : [] })}
    ${source.differences.length === 0 ? nothing : html`<details><summary class="soon">${words.differs(source.differences.length)}</summary><p class="law small">${source.differences.map((change) => html`<span class="difference">${changedWords([change], 'both')}</span>`)}</p></details>`}</li>`)}</ul>`
}
