/** What a person reads, made of the figures that it names. */
export type Sentence = (...details: never[]) => string

/** One line of the table of refusals. */
export interface Entry<Message extends Sentence> {
  message: Message
  /** True where the identical request may succeed later, so the outbox keeps it and tries again. */
  retryable: boolean
}

export const final = <Message extends Sentence>(message: Message): Entry<Message> => ({ message, retryable: false })
export const later = <Message extends Sentence>(message: Message): Entry<Message> => ({ message, retryable: true })
