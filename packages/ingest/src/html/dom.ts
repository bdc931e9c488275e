/** The few parts of the DOM that reading a page wants; the rest of it is for browsers. */

export interface PageNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly textContent: string | null
  readonly firstChild: PageNode | null
  readonly nextSibling: PageNode | null
  readonly parentNode: PageNode | null
  readonly childNodes: Iterable<PageNode>
}

interface PageElement extends PageNode {
  getAttribute(name: string): string | null
  closest(selector: string): PageElement | null
  remove(): void
}

export interface PageDocument extends PageNode {
  readonly documentElement: PageElement
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
}
