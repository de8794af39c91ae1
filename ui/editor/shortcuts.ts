/** Every command of the editor with its keys. The keymap and the list for people are made from it. */
import { chainCommands } from 'prosemirror-commands'
import type { Command } from 'prosemirror-state'
import { messages } from '../messages/zh.ts'
import { articleAfterHeading, deleteArticle, insertNumberedBetween, joinArticles, leaveArticleHeading, moveArticle, splitArticle, toggleArticleHeading, toggleFixedNumber } from './commands/articles.ts'
import { changeLevel, joinAfter, joinClauses, leaveEmptyClause, raiseAtStart, splitClause } from './commands/clauses.ts'
import { dissolveDivision, insertDivision } from './commands/divisions.ts'
import { addColumn, addRow, deleteColumn, deleteRow, dissolveAnnex, insertAnnex, insertTable, nextCell, splitLine } from './commands/tables.ts'
import { redoKeepingWords, undoKeepingWords } from './commands/undo.ts'
import type { Shortcut } from './editor-plugin.ts'
import { followHere, linkHere, unlinkHere } from './link-references.ts'

/** What commands ask of the element around them. */
export type EditorActions = {
  goTo(key: string): boolean
  find(field: 'find' | 'replace'): void
  findNext(by: 1 | -1): void
  showShortcuts(): void
}

const act =
  (work: () => void): Command =>
  (_state, dispatch) => {
    if (dispatch !== undefined) work()
    return true
  }

export function editorShortcuts(actions: EditorActions): Shortcut[] {
  const says = messages.editor.shortcuts
  return [
    { id: 'nextClause', keys: ['Enter'], says: says.nextClause, group: 'structure', command: chainCommands(articleAfterHeading, leaveArticleHeading, leaveEmptyClause, splitClause, splitLine) },
    { id: 'newArticle', keys: ['Mod-Enter'], says: says.newArticle, group: 'structure', command: chainCommands(splitArticle, articleAfterHeading) },
    { id: 'lower', keys: ['Tab'], says: says.lower, group: 'structure', command: chainCommands(nextCell(1), changeLevel(1)) },
    { id: 'raise', keys: ['Shift-Tab'], says: says.raise, group: 'structure', command: chainCommands(nextCell(-1), changeLevel(-1)) },
    { id: 'joinBefore', keys: ['Backspace'], says: says.joinBefore, group: 'structure', command: chainCommands(dissolveDivision, raiseAtStart, joinClauses, joinArticles, dissolveAnnex) },
    { id: 'joinAfter', keys: ['Delete', 'Mod-Delete'], says: says.joinAfter, group: 'structure', command: joinAfter },
    { id: 'moveUp', keys: ['Alt-ArrowUp'], says: says.moveUp, group: 'structure', command: moveArticle(-1) },
    { id: 'moveDown', keys: ['Alt-ArrowDown'], says: says.moveDown, group: 'structure', command: moveArticle(1) },
    { id: 'deleteArticle', keys: ['Mod-Shift-Backspace'], says: says.deleteArticle, group: 'structure', command: deleteArticle },
    { id: 'numberedBetween', keys: ['Mod-Shift-Enter'], says: says.numberedBetween, group: 'structure', command: insertNumberedBetween },
    { id: 'fixedNumber', keys: ['Mod-Alt-0'], says: says.fixedNumber, group: 'structure', command: toggleFixedNumber },
    { id: 'part', keys: ['Mod-Alt-1'], says: says.part, group: 'structure', command: insertDivision('part') },
    { id: 'subpart', keys: ['Mod-Alt-2'], says: says.subpart, group: 'structure', command: insertDivision('subpart') },
    { id: 'chapter', keys: ['Mod-Alt-3'], says: says.chapter, group: 'structure', command: insertDivision('chapter') },
    { id: 'section', keys: ['Mod-Alt-4'], says: says.section, group: 'structure', command: insertDivision('section') },
    { id: 'articleHeading', keys: ['Mod-Alt-h'], says: says.articleHeading, group: 'structure', command: toggleArticleHeading },
    // Ctrl Alt A takes a picture of the screen where QQ or 统信 UOS is installed
    { id: 'annex', keys: ['Mod-Alt-f', 'Mod-Alt-a'], says: says.annex, group: 'structure', command: insertAnnex },
    { id: 'undo', keys: ['Mod-z'], says: says.undo, group: 'text', command: undoKeepingWords },
    { id: 'redo', keys: ['Mod-y', 'Mod-Shift-z'], says: says.redo, group: 'text', command: redoKeepingWords },
    { id: 'link', keys: ['Mod-k'], says: says.link, group: 'text', command: linkHere },
    { id: 'unlink', keys: ['Mod-Shift-k'], says: says.unlink, group: 'text', command: unlinkHere },
    { id: 'follow', keys: ['Alt-Enter'], says: says.follow, group: 'text', command: followHere(actions.goTo) },
    { id: 'find', keys: ['Mod-f'], says: says.find, group: 'find', command: act(() => actions.find('find')) },
    { id: 'replace', keys: ['Mod-h'], says: says.replace, group: 'find', command: act(() => actions.find('replace')) },
    { id: 'findNext', keys: ['F3', 'Mod-g'], says: says.findNext, group: 'find', command: act(() => actions.findNext(1)) },
    { id: 'findPrevious', keys: ['Shift-F3', 'Mod-Shift-g'], says: says.findPrevious, group: 'find', command: act(() => actions.findNext(-1)) },
    { id: 'table', keys: ['Mod-Alt-t'], says: says.table, group: 'table', command: insertTable },
    { id: 'row', keys: ['Mod-Alt-ArrowDown'], says: says.row, group: 'table', command: addRow },
    { id: 'column', keys: ['Mod-Alt-ArrowRight'], says: says.column, group: 'table', command: addColumn },
    { id: 'deleteRow', keys: ['Mod-Alt-ArrowUp'], says: says.deleteRow, group: 'table', command: deleteRow },
    { id: 'deleteColumn', keys: ['Mod-Alt-ArrowLeft'], says: says.deleteColumn, group: 'table', command: deleteColumn },
    { id: 'shortcuts', keys: ['F1'], says: says.shortcuts, group: 'text', command: act(() => actions.showShortcuts()) },
  ]
}

/** One key for each command: a key that several have is tried in their order. */
export function keymapOf(shortcuts: readonly Shortcut[]): Record<string, Command> {
  const bound = new Map<string, Command[]>()
  for (const { keys, command } of shortcuts) {
    for (const key of keys) bound.set(key, [...(bound.get(key) ?? []), command])
  }
  return Object.fromEntries([...bound].map(([key, commands]) => [key, chainCommands(...commands)]))
}

const NAMES: Readonly<Record<string, string>> = { Mod: 'Ctrl', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' }

/** `Mod-Alt-ArrowUp` as a person reads it: Ctrl Alt ↑. */
export const keyInWords = (key: string): string => key.split('-').map((part) => NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part)).join(' ')
