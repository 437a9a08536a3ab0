import cloudbase from '@cloudbase/node-sdk'

/**
 * The one connection to CloudBase, made when the function is loaded. `SYMBOL_CURRENT_ENV` is the environment in which
 * the function runs, so nothing here names a county's environment.
 */
export const cloud = cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV })

export const database = cloud.database()

/** Operators of queries and updates. Objects are replaced with `command.set`: a plain object would be merged. */
export const command = database.command
