/** What the templates of formulae have in common, as regular expressions. */
import type { Place } from './instruction.ts'
import { NOWHERE } from './read-place.ts'

export const LEAD = '(?:(?:并|同时|此外|另外|再|还)，?)?'
export const ADD = '(?:新)?(?:增加|增写|增补|增设|补充|加上|添加)(?:规定)?'
export const AS = '，?(?:分别|依次|列)?(?:作为|为)'
export const CONTENT = '(?:，?(?:规定|表述为|章名为|节名为)|[，。]?内容(?:如下|为)|，)?：?'
export const BECOMES = '，?(?:统一|均|都|分别|相应|依次)*地?(?:修改|改|修订)为：?'
export const DELETE = '(?:删去|删除|删掉|删)'
export const EVERYWHERE: Place = { ...NOWHERE, area: 'everywhere' }
