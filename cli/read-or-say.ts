import type { Output } from './command.ts'
import { sentenceOf } from './say-error.ts'

/**
 * Reads the files that a command works on together. Every file that cannot be read is named on standard error, not only
 * the first; where the command gives JSON it has its line on standard output as well.
 * @returns null where a file could not be read
 */
export async function readOrSay<Text>(options: { files: readonly string[]; read: (file: string) => Promise<Text>; json: boolean; output: Output }): Promise<Text[] | null> {
  const { files, read, json, output } = options
  const texts: Text[] = []
  for (const file of files) {
    try {
      texts.push(await read(file))
    } catch (error) {
      const message = sentenceOf(error)
      if (json) output.data(JSON.stringify({ file, error: message }))
      output.problem(`${file}: ${message}`)
    }
  }
  return texts.length === files.length ? texts : null
}
