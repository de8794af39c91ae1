import { html, nothing, type TemplateResult } from 'lit'
import { shortDigest, sizeInText } from '../../format.ts'
import type { CommitteeTask } from './workbench-data.ts'

/** The files that go with a committee's opinion, to be downloaded as they were uploaded. */
export const opinionFiles = (files: CommitteeTask['files']): TemplateResult | typeof nothing =>
  files.length === 0 ? nothing : html`<ul class="opinion-files small">${files.map((file) => html`<li><a href="/api/files/${file.id}/content">${file.name}</a> <span class="quiet">${sizeInText(file.sizeBytes)}　<span title=${file.sha256}>sha256 ${shortDigest(file.sha256)}</span></span></li>`)}</ul>`
