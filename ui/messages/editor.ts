/** Words of the drafting editor. */
export const editor = {
  label: '法规正文',
  reference: {
    deleted: (words: string) => `所引条文已删除，原来写的是“${words}”。请改写或者删去。`,
    follows: '随所引条文改号。按住 Ctrl 点击，到所引条文。',
  },
}
