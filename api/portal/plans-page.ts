import { html } from 'hono/html'
import { planItemClasses, planItemClassLabels, publicStage } from '../../law/procedure/index.ts'
import type { PrismaClient } from '../../prisma/generated/client.ts'
import { fromDateColumnOrNull } from '../platform/legal-date.ts'
import { dateInWords } from './dates.ts'
import { crumbs, type Frame, type Markup, portalPage } from './page.ts'

const stageWords = (state: string | null): string => {
  const { label, sign } = publicStage(state)
  return sign === '✓' ? `${sign} ${label}` : label
}

/** The plans that were published, newest first. */
export async function plansPage(options: { prisma: PrismaClient; frame: Frame }): Promise<Markup> {
  const { prisma, frame } = options
  const plans = await prisma.legislationPlan.findMany({ where: { state: 'published' }, orderBy: [{ year: 'desc' }, { id: 'desc' }], take: 100, select: { id: true, title: true, organId: true, publishedOn: true, _count: { select: { items: true } } } })
  const organs = await prisma.organ.findMany({ where: { id: { in: plans.map((p) => p.organId) } }, select: { id: true, name: true } })
  const body = html`<main id="main" class="wrap catalogue">${crumbs({ label: '立法计划' })}
<h1>立法规划和计划</h1>
<p class="more"><a class="u" href="/consultations">公开征求意见的草案</a>　<a class="u" href="/consultations#hearings">听证会、论证会、座谈会</a></p>
${plans.length === 0 ? html`<p class="more">还没有公布的规划、计划。</p>` : html`<table class="cat"><thead><tr><th scope="col">名称</th><th scope="col">机关</th><th scope="col">项目</th><th scope="col">公布</th></tr></thead><tbody>${plans.map(
    (p) => html`<tr><td><a href="/plans/${p.id}">${p.title}</a></td><td>${organs.find((o) => o.id === p.organId)?.name ?? ''}</td><td class="n">${p._count.items}</td><td class="n">${fromDateColumnOrNull(p.publishedOn)}</td></tr>`,
  )}</tbody></table>`}</main>`
  return portalPage(frame, { title: '立法规划和计划', section: 'plans', body })
}

/** One published plan as it stands with its adjustments; null where none of that id is published. */
export async function planPage(options: { prisma: PrismaClient; frame: Frame; id: string }): Promise<Markup | null> {
  const { prisma, frame, id } = options
  if (!/^[0-9a-f-]{36}$/.test(id)) return null
  const plan = await prisma.legislationPlan.findFirst({
    where: { id, state: 'published' },
    include: { items: { orderBy: { order: 'asc' }, include: { project: { select: { state: true } } } }, adjustments: { orderBy: { id: 'asc' }, select: { decidedOn: true, decidedBy: true, reason: true } } },
  })
  if (plan === null) return null
  const organ = await prisma.organ.findUniqueOrThrow({ where: { id: plan.organId }, select: { name: true } })
  const listed = plan.items.filter((i) => i.endedById === null)
  const body = html`<main id="main" class="wrap catalogue">${crumbs({ label: '立法计划', href: '/plans' }, { label: plan.title })}
<h1>${organ.name}${plan.title}</h1>
<p class="hint">${dateInWords(fromDateColumnOrNull(plan.adoptedOn))}${plan.adoptedBy ?? ''}通过，${dateInWords(fromDateColumnOrNull(plan.publishedOn))}公布</p>
${planItemClasses.map((c) => {
    const items = listed.filter((i) => i.class === c)
    return items.length === 0 ? '' : html`<section><h2>${planItemClassLabels[c]}（${items.length} 件）</h2><table class="cat"><thead><tr><th scope="col">项目</th><th scope="col">提案人</th><th scope="col">起草单位</th><th scope="col">时间</th><th scope="col">进度</th></tr></thead><tbody>${items.map(
      (i) => html`<tr><td>${i.title}${i.addedById === null ? '' : html` <span class="no">调整时增列</span>`}</td><td>${i.proposer}</td><td>${i.draftingOrgan}</td><td class="n">${i.dueMonth ?? ''}</td><td>${stageWords(i.project?.state ?? null)}</td></tr>`,
    )}</tbody></table></section>`
  })}
${plan.adjustments.length === 0 ? '' : html`<section><h2>调整</h2><ul>${plan.adjustments.map((a) => html`<li>${dateInWords(fromDateColumnOrNull(a.decidedOn))}，${a.decidedBy}：${a.reason}</li>`)}</ul></section>`}</main>`
  return portalPage(frame, { title: plan.title, section: 'plans', body })
}
