import { LitElement } from 'lit'

/** Base of pages and of most elements: light DOM, so that one stylesheet rules and tests and axe see through. */
export class LightElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this
  }
}
