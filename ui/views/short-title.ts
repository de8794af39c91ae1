const MAKER_BEFORE_ABOUT = /^[^《》]{2,30}?(?:委员会|人民政府|办公室|办公厅|人民法院|人民检察院)(?:印发)?(?=关于)/u

/**
 * A title as a list shows it beside its maker: 乙县人民代表大会常务委员会关于…的决定 → 关于…的决定, so that the words that
 * tell one document from the next are seen. The whole title stands in the page of the case and in the tooltip.
 */
export const shortTitle = (title: string): string => title.replace(MAKER_BEFORE_ABOUT, '')
