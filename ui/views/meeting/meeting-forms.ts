import { html, nothing, type TemplateResult } from 'lit'
import { messages } from '../../messages/zh.ts'
import type { AgendaChoices, AgendaItem, Meeting, MeetingTask, Speech, Vote } from './meeting-data.ts'

const words = messages.meeting

export type FormTools = {
  meeting: Meeting
  choices: AgendaChoices | null
  today: string
  chosen: Readonly<Record<string, string>>
  error(path: string): string
  choose(name: string, value: string): void
  stored(id: string): void
  removed(id: string): void
}

type FieldOptions = { value?: string; type?: string; rows?: number; required?: boolean; hint?: string; className?: string; list?: readonly string[] }

/** One labelled control; what was typed is the browser's until the form is sent. */
function field(tools: FormTools, name: string, label: string, options: FieldOptions = {}): TemplateResult {
  const { value = '', type = 'text', rows, required = false, hint = '', className = 'w12', list } = options
  return html`<lf-field class=${className} label=${label} ?required=${required} hint=${hint} error=${tools.error(name)}>${rows === undefined ? html`<input name=${name} type=${type} value=${value} list=${list === undefined ? nothing : `${name}-list`} autocomplete="off">` : html`<textarea name=${name} rows=${rows}>${value}</textarea>`}</lf-field>${list === undefined ? nothing : html`<datalist id="${name}-list">${list.map((one) => html`<option value=${one}></option>`)}</datalist>`}`
}

function select(tools: FormTools, name: string, label: string, options: readonly { value: string; label: string }[], more: { value?: string; className?: string; required?: boolean; hint?: string } = {}): TemplateResult {
  const { value = tools.chosen[name] ?? '', className = 'w12', required = false, hint = '' } = more
  return html`<lf-field class=${className} label=${label} ?required=${required} hint=${hint} error=${tools.error(name)}><select name=${name} @change=${(event: Event) => { if (event.target instanceof HTMLSelectElement) tools.choose(name, event.target.value) }}>${options.map((o) => html`<option value=${o.value} ?selected=${o.value === (tools.chosen[name] ?? value)}>${o.label}</option>`)}</select></lf-field>`
}

/** A meeting that is in the program, or another one in words: the one of the two that holds the value is sent. */
function meetingField(tools: FormTools, f: AgendaItem['fields'][number]): TemplateResult {
  const chosen = tools.chosen[f.name] ?? ''
  return html`<lf-field class="w12" label=${f.label} ?required=${f.required} hint=${f.hint ?? ''} error=${tools.error(f.name)}><select name=${chosen === '' ? nothing : f.name} @change=${(event: Event) => { if (event.target instanceof HTMLSelectElement) tools.choose(f.name, event.target.value) }}><option value="">${messages.project.typed}</option>${f.choices.map((c) => html`<option value=${c.value} ?selected=${c.value === chosen}>${c.label}</option>`)}</select>${chosen === '' ? html`<input name=${f.name} aria-label=${words.resultFields.typed(f.label)} placeholder=${messages.project.step.meetingTyped} autocomplete="off">` : nothing}</lf-field>`
}

const entries = (labels: Readonly<Record<string, string>>) => Object.entries(labels).map(([value, label]) => ({ value, label }))

export function headingOf(task: MeetingTask): string {
  switch (task.kind) {
    case 'edit': return words.edit
    case 'move': return words.steps['move'] ?? ''
    case 'cancel': return words.steps['cancel'] ?? ''
    case 'item': return task.item === null ? words.addItem : words.save
    case 'withdraw': return words.withdraw
    case 'decide': return words.decideItem
    case 'people': return words.people.add
    case 'prepare': return words.prepareVote
    case 'announce': return words.announce
    case 'drop': return words.drop
    case 'correct': return words.correct
    case 'file': return words.addFile
    case 'deliver': return words.deliver
    case 'dispose': return words.speeches.dispose
    default: {
      const never: never = task
      return never
    }
  }
}

export function fieldsOf(task: MeetingTask, tools: FormTools): TemplateResult {
  const { meeting } = tools
  const reason = (hint = '') => field(tools, 'reason', words.fields.reason, { rows: 2, required: true, hint })
  switch (task.kind) {
    case 'edit':
      return html`<div class="fields">${field(tools, 'title', words.fields.title, { value: meeting.title, required: true })}${field(tools, 'startsAt', words.fields.startsAt, { value: meeting.startsAt, type: 'time', className: 'w6' })}${field(tools, 'endsOn', words.fields.endsOn, { value: meeting.endsOn, type: 'date', className: 'w6' })}
        ${field(tools, 'place', words.fields.place, { value: meeting.place, required: true, className: 'w6' })}${field(tools, 'presiding', words.fields.presiding, { value: meeting.presiding ?? '', className: 'w6' })}${field(tools, 'membersTotal', words.fields.membersTotal, { value: String(meeting.membersTotal), required: true, className: 'w6' })}</div>`
    case 'move':
      return html`<p class="quiet">${words.moveHint}</p><div class="fields">${field(tools, 'startsOn', words.fields.startsOn, { value: meeting.startsOn, type: 'date', required: true, className: 'w6' })}${field(tools, 'startsAt', words.fields.startsAt, { value: meeting.startsAt, type: 'time', className: 'w6' })}
        ${field(tools, 'endsOn', words.fields.endsOn, { type: 'date', className: 'w6', hint: words.endsOnHint })}${field(tools, 'place', words.fields.place, { value: meeting.place, className: 'w6' })}${reason()}</div>`
    case 'cancel':
      return html`<p class="quiet">${words.cancelHint}</p><div class="fields">${reason()}</div>`
    case 'item':
      return itemFields(task.item, tools)
    case 'withdraw':
      return html`<p>${task.item.title}</p><div class="fields">${field(tools, 'reason', words.withdrawReason, { rows: 2 })}</div>`
    case 'decide':
      return decideFields(task.item, tools)
    case 'people':
      return html`<div class="fields">${field(tools, 'names', words.people.names, { rows: 5, required: true, hint: words.people.namesHint })}${select(tools, 'capacity', words.people.capacity, entries(words.capacities), { className: 'w6' })}${field(tools, 'group', words.people.group, { className: 'w6' })}${field(tools, 'title', words.people.title, { className: 'w6' })}${field(tools, 'username', words.people.username, { className: 'w6' })}</div>`
    case 'prepare':
      return prepareFields(task.item, tools)
    case 'announce':
      return html`<p>${task.vote.subject}</p><p>${task.vote.sentence}</p><div class="fields">${field(tools, 'announcedBy', words.voteFields.announcedBy, { value: meeting.presiding ?? '', required: true })}</div>`
    case 'drop':
      return html`<p>${task.vote.subject}</p><div class="fields">${reason()}</div>`
    case 'correct':
      return correctFields(task.vote, tools)
    case 'file':
      return fileFields(tools)
    case 'deliver':
      return html`<div class="fields">${field(tools, 'on', words.fileFields.deliveredOn, { value: tools.today, type: 'date', required: true, className: 'w6' })}</div><ul class="pick-files">${meeting.files.filter((f) => f.deliveredOn === null && f.replacedBy === null).map((f) => html`<li><label class="option"><input type="checkbox" name="fileIds" value=${f.id} checked> ${words.number(f.number)}　${f.title}</label></li>`)}</ul>`
    case 'dispose':
      return disposeFields(task.speech, tools)
    default: {
      const never: never = task
      return never
    }
  }
}

function itemFields(item: AgendaItem | null, tools: FormTools): TemplateResult {
  const projects = tools.choices?.projects ?? []
  const projectId = tools.chosen['projectId'] ?? item?.projectId ?? ''
  const decisions = tools.choices?.decisions ?? []
  const project = projects.find((p) => p.id === projectId)
  const possible = project?.possible ?? []
  const decides = tools.chosen['decides'] ?? item?.decides ?? possible[0] ?? ''
  // what can be decided now comes first; the rest is for a project that will have moved on by the day of the meeting
  const offered = [...decisions.filter((d) => possible.includes(d.step)), ...decisions.filter((d) => !possible.includes(d.step))].map((d) => ({ value: d.step, label: possible.includes(d.step) ? d.label : words.itemFields.later(d.label) }))
  const row = decisions.find((d) => d.step === decides)
  const title = item?.title ?? (project === undefined ? '' : row === undefined ? project.title : `${row.label}：${project.title}`)
  return html`<div class="fields">${select(tools, 'projectId', words.itemFields.projectId, [{ value: '', label: words.itemFields.noProject }, ...projects.map((p) => ({ value: p.id, label: p.title }))], { value: projectId })}
    ${projectId === '' ? nothing : select(tools, 'decides', words.itemFields.decides, [{ value: '', label: words.itemFields.nothing }, ...offered], { value: decides, hint: row?.basis ?? '' })}
    ${field(tools, 'title', words.itemFields.title, { value: title, required: true })}${select(tools, 'kind', words.itemFields.kind, entries(words.itemKinds), { value: row?.itemKind ?? item?.kind ?? 'report', className: 'w6' })}</div>`
}

function decideFields(item: AgendaItem, tools: FormTools): TemplateResult {
  const usual = item.byVote ? (tools.meeting.votes.find((v) => v.agendaItemId === item.id && v.kind === 'whole' && v.state === 'announced')?.result === 'notPassed' ? 'refused' : 'agreed') : item.kind === 'decision' ? 'agreed' : 'heard'
  const result = tools.chosen['result'] ?? usual
  const withStep = item.decidesLabel !== null && (result === 'agreed' || result === 'heard')
  return html`<p>${item.title}</p>${item.byVote ? html`<p class="quiet">${words.byVoteHint}</p>` : nothing}<div class="fields">${select(tools, 'result', words.resultFields.result, entries(words.results), { value: result, required: true, className: 'w6', hint: withStep ? words.decideHint(item.decidesLabel ?? '') : item.byVote && result === 'refused' ? words.failHint : '' })}
    ${result === 'agreed' || result === 'heard' || result === 'refused' ? item.fields.map((f) => f.kind === 'meeting' && f.choices.length > 0 ? meetingField(tools, f) : f.choices.length > 0 ? select(tools, f.name, f.label, [{ value: '', label: '' }, ...f.choices], { required: f.required, hint: f.hint ?? '', value: tools.chosen[f.name] ?? f.value ?? '' })
      : field(tools, f.name, f.label, { required: f.required, hint: f.hint ?? '', ...(f.kind === 'date' ? { type: 'date', className: 'w6' } : f.kind === 'longText' ? { rows: 2 } : {}) })) : nothing}
    ${field(tools, 'decision', words.resultFields.decision, { rows: 2 })}</div>`
}

function prepareFields(item: AgendaItem, tools: FormTools): TemplateResult {
  const kind = tools.chosen['kind'] ?? (item.byVote ? 'whole' : 'decision')
  const usual = kind === 'whole' ? (item.projectTitle === null ? item.title : `${item.projectTitle}（草案表决稿）`) : ''
  return html`<div class="fields">${select(tools, 'kind', words.voteFields.kind, entries(words.voteKinds), { value: kind, className: 'w6' })}${kind === 'clause' || kind === 'amendment' ? field(tools, 'articleLabel', words.voteFields.articleLabel, { className: 'w6' }) : nothing}
    ${field(tools, 'subject', words.voteFields.subject, { value: usual, required: true })}${kind === 'whole' ? nothing : field(tools, 'text', words.voteFields.text, { rows: 3 })}
    ${kind === 'amendment' ? field(tools, 'proposers', words.voteFields.proposers, { rows: 5, required: true, hint: words.voteFields.proposersHint }) : nothing}</div>`
}

function correctFields(vote: Vote, tools: FormTools): TemplateResult {
  const { count } = vote
  const figure = (name: 'present' | 'for' | 'against' | 'abstain' | 'notVoting') => field(tools, name, words.figures[name], { value: count === null ? '' : String(count[name]), required: true, className: 'w4' })
  return html`<p>${vote.subject}</p><p class="quiet">${words.correctHint}</p><div class="fields">${figure('present')}${figure('for')}${figure('against')}${figure('abstain')}${figure('notVoting')}${field(tools, 'reason', words.voteFields.reason, { rows: 2, required: true })}${field(tools, 'approvedBy', words.voteFields.approvedBy, { required: true, hint: words.voteFields.approvedHint })}</div>`
}

/** 某条例草案（二次审议稿）, 某条例（通过稿）: brackets are not put into brackets. */
const textTitle = (project: string, label: string): string => (label.startsWith('草案') ? `${project}${label}` : `${project}（${label}）`)

function fileFields(tools: FormTools): TemplateResult {
  const { meeting } = tools
  const sources = [
    ...meeting.texts.map((t) => ({ value: `text:${t.snapshotId}`, label: textTitle(t.projectTitle, t.label) })), ...meeting.issuedPapers.map((p) => ({ value: `paper:${p.paperId}`, label: p.title })),
  ]
  const source = sources.find((s) => s.value === tools.chosen['source'])
  return html`<div class="fields">${sources.length === 0 ? nothing : select(tools, 'source', words.fileFields.source, [{ value: '', label: words.fileFields.chooseText }, ...sources])}
    ${source === undefined ? html`<div class="w12"><lf-upload label=${words.fileFields.upload} @file-stored=${(e: CustomEvent<{ id: string }>) => tools.stored(e.detail.id)} @file-removed=${(e: CustomEvent<{ id: string }>) => tools.removed(e.detail.id)}></lf-upload>${tools.error('fileId') === '' ? nothing : html`<p class="field-error">${tools.error('fileId')}</p>`}</div>` : nothing}
    ${field(tools, 'title', words.fileFields.title, { value: source?.label ?? '', required: true })}
    ${select(tools, 'agendaItemId', words.fileFields.agendaItemId, [{ value: '', label: words.fileFields.noItem }, ...meeting.agenda.map((i) => ({ value: i.id, label: i.title }))])}${field(tools, 'deliveredOn', words.fileFields.deliveredOn, { type: 'date', className: 'w6' })}
    ${meeting.files.length === 0 ? nothing : select(tools, 'replacesId', words.fileFields.replacesId, [{ value: '', label: words.fileFields.replaceNone }, ...meeting.files.filter((f) => f.replacedBy === null).map((f) => ({ value: f.id, label: `${words.number(f.number)} ${f.title}` }))], { className: 'w6' })}</div>`
}

function disposeFields(speech: Speech, tools: FormTools): TemplateResult {
  return html`<p><b>${speech.speaker}</b>　${speech.articleLabel ?? words.speeches.all}</p><p class="said">${speech.text}</p><div class="fields">${select(tools, 'disposition', words.speeches.dispose, entries(words.speeches.dispositions), { value: speech.disposition ?? 'adopted', className: 'w6' })}${field(tools, 'reason', words.speeches.reason, { value: speech.dispositionReason ?? '', rows: 3, hint: words.speeches.reasonHint })}</div>`
}
