/** Legal dates are `YYYY-MM-DD` strings everywhere; Prisma has `date` columns as Date at UTC midnight. */
export const toDateColumn = (date: string): Date => new Date(`${date}T00:00:00Z`)
export const toDateColumnOrNull = (date: string | null | undefined): Date | null =>
  date === null || date === undefined || date === '' ? null : toDateColumn(date)
export const fromDateColumn = (date: Date): string => date.toISOString().slice(0, 10)
export const fromDateColumnOrNull = (date: Date | null): string | null => (date === null ? null : fromDateColumn(date))
