import type { NameField } from './capabilities'

/** Taro's templates leave a field no place for a name; WeChat reads the words that stand beside it. */
export const nameField: NameField = () => ({})
