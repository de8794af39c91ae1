/** The dog regulation of the fixtures under a name of its own, so that a journey tells it from the one of the demonstration. */
import { type LegislationText, readChains, readLegislationStory, readLegislationTexts, readOpinions, readSpeeches, readStoryPapers, type StoryPaper, type TextChain } from '../../fixtures/story/index.ts'
import { wordFile } from '../../fixtures/load/document-paper.ts'
import type { FileToSend } from './office-files.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export type DogStory = {
  /** the name that the regulation will have, with the city's */
  title: string
  city: string
  /** what a text of this stage says as Markdown, its title the regulation's; 草案 is said by the snapshot */
  text(stage: LegislationText['stage']): string
  /** words as the Word file of a text that somebody uploads */
  textFile(markdown: string): Promise<FileToSend>
  /** a paper of the story by its kind, as a Word file */
  paper(kind: string): Promise<FileToSend>
  chain: TextChain
  speeches: Awaited<ReturnType<typeof readSpeeches>>
  opinions: Awaited<ReturnType<typeof readOpinions>>
}

/** Reads the story and gives it the journey's own title; `name` is what follows the city's name. */
export async function readDogStory(name = '犬只管理条例'): Promise<DogStory> {
  const [{ projects }, texts, papers, chains, speeches, opinions] = await Promise.all([readLegislationStory(), readLegislationTexts(), readStoryPapers(), readChains(), readSpeeches('dogs'), readOpinions()])
  const told = projects.find(({ key }) => key === 'dogs')?.title ?? ''
  const chain = chains.get('dogs')
  const city = told.replace(/养犬管理条例$/u, '')
  if (city === told || chain === undefined) throw new Error('the story has no dog regulation')
  const title = `${city}${name}`
  const renamed = (words: string): string => words.replaceAll(told, title)
  const text = (stage: LegislationText['stage']): string => {
    const found = texts.find((each) => each.key === `dogs-${stage}`)
    if (found === undefined) throw new Error(`the story has no dogs-${stage}`)
    return renamed(found.body.replace(`# ${found.title}`, `# ${told}`))
  }
  const file = async (label: string, markdown: string): Promise<FileToSend> => ({ name: `${label}.docx`, mimeType: WORD, buffer: Buffer.from(await wordFile(markdown)) })
  const paperOf = (kind: string): StoryPaper => {
    const found = papers.find((paper) => paper.key === `dogs-${kind}`)
    if (found === undefined) throw new Error(`the story has no dogs-${kind}`)
    return found
  }
  return {
    title, city, chain, speeches, opinions, text,
    textFile: (markdown) => file(`${title}（草案）`, markdown),
    paper: (kind) => {
      const paper = paperOf(kind)
      return file(renamed(paper.title), renamed(`# ${paper.title}\n\n${paper.body}`))
    },
  }
}
