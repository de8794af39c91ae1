import type { Command, Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { DocumentNumbers } from '../../law/drafting/index.ts'

/** What a plugin may ask of the editor it stands in. */
export type EditorHandle = {
  /** null before the editor is on the page */
  getView(): EditorView | null
  /** the element, for events and for what is drawn beside the text */
  readonly element: HTMLElement
  /** numbers of the document as it stands */
  numbers(): DocumentNumbers
  /** puts the caret at the beginning of a provision and scrolls to it; false where no such key is there */
  goTo(key: string): boolean
}

/** A command with its keys; the keymap and the list of shortcuts are made from it. */
export type Shortcut = {
  id: string
  /** in the writing of prosemirror-keymap (`Mod-Enter`); the first is the one that the list shows first */
  keys: readonly string[]
  /** what it does, in the words of a drafter */
  says: string
  group: ShortcutGroupName
  command: Command
}
/** In the order of the list. */
export const SHORTCUT_GROUPS = ['structure', 'table', 'text', 'find', 'suggestion'] as const
export type ShortcutGroupName = (typeof SHORTCUT_GROUPS)[number]

/**
 * What suggestions, comments, working together and marks of the linter are to the editor. An element gets a new set
 * for each document; a plugin that keeps state between documents keeps it outside.
 */
export type EditorPlugin = {
  name: string
  /** asked once for each document that is opened; they stand before those of the editor itself, so their keys win */
  plugins(editor: EditorHandle): readonly Plugin[]
  /** commands with keys, listed with those of the editor */
  shortcuts?: readonly Shortcut[]
}

/** `editor-change`: something in the document changed. `doc` is the node; `toJSON()` it only where it is needed. */
export type EditorChange = { doc: import('prosemirror-model').Node; transactions: readonly import('prosemirror-state').Transaction[] }
/** `editor-selection`: the caret went to another provision. Keys are null where it stands in none. */
export type EditorSelection = { article: string | null; clause: string | null; chapter: string | null; annex: string | null }
