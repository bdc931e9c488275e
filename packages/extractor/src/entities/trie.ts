/** Phrases by their words: the longest known one at a place is found in as many steps as it has words. */
export interface TrieNode<T> {
  next: Map<string, TrieNode<T>> | null
  values: T[] | null
}

export const newTrie = <T>(): TrieNode<T> => ({ next: null, values: null })

/** Adds a phrase, given as folded words, with what it stands for. */
export function addPhrase<T>(root: TrieNode<T>, words: readonly string[], value: T): void {
  let node = root
  for (const word of words) {
    node.next ??= new Map()
    let child = node.next.get(word)
    if (child === undefined) {
      child = newTrie()
      node.next.set(word, child)
    }
    node = child
  }
  if (node.values === null) node.values = [value]
  else node.values.push(value)
}
