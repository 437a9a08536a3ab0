import cloudbase from '@cloudbase/node-sdk'

/** The code of the sign-in page opened last, if it still waits to be scanned. Reads what the product stored for it. */
export async function newestCodeOnScreen(environment: Record<string, string>): Promise<string | null> {
  Object.assign(process.env, environment)
  const database = cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV }).database()
  const { data } = await database
    .collection('sign-in-tickets')
    .where({ memberId: null, expiresAt: database.command.gt(Date.now()) })
    .orderBy('expiresAt', 'desc')
    .limit(1)
    .get()
  const [ticket]: { _id: string }[] = data
  return ticket?._id ?? null
}
