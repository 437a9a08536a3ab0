/** What is set at deployment, as environment variables of the function (cloudbaserc.json). */
type Setting = 'SESSION_SECRET' | 'SETUP_CODE'

/** The setting's value. A deployment without it fails where it is needed, with its name in the log, never with a default. */
export function setting(name: Setting): string {
  const value = process.env[name]
  if (value === undefined || value === '') throw new Error(`The environment variable ${name} is not set`)
  return value
}
