/** The pages of the settings on which several are changed together. */
export const housePageNames = ['identity', 'language', 'look', 'front', 'menus', 'feeds', 'texts'] as const
export type HousePage = (typeof housePageNames)[number]
