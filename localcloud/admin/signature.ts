import type { IncomingMessage } from 'node:http'
import { sign } from '@cloudbase/signature-nodejs'
import { CloudError } from '../cloud-error'
import type { Fields } from '../fields'

/** The key pair that signs what goes to the admin endpoint. */
export interface Credentials {
  secretId: string
  secretKey: string
}

const LIFETIME_SECONDS = 600
const AUTHORIZATION =
  /^TC3-HMAC-SHA256 Credential=([^/,]+)\/[^,]+, SignedParams=([^,]*), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/

/**
 * Verifies a request by signing it again over the headers and parameters that its signature names.
 * @throws CloudError where the signature is missing, of another key, of other content, or older than ten minutes.
 */
export function verifySignature(request: IncomingMessage, parameters: Fields, credentials: Credentials): void {
  const [, secretId, signedParams, signedHeaders, signature] =
    AUTHORIZATION.exec(request.headers.authorization ?? '') ?? []
  if (secretId === undefined || signedParams === undefined || signedHeaders === undefined) {
    throw refusal('the request carries no TC3-HMAC-SHA256 signature')
  }
  if (secretId !== credentials.secretId) throw refusal('the secret id is not one of this environment')
  const timestamp = Number(request.headers['x-timestamp'])
  if (!(Math.abs(Date.now() / 1000 - timestamp) <= LIFETIME_SECONDS)) throw refusal('the signature has expired')

  const names = new Set(signedParams.split(';'))
  const { authorization } = sign({
    ...credentials,
    method: (request.method ?? '').toLowerCase(),
    url: `http://${request.headers.host}${request.url}`,
    params: Object.fromEntries(Object.entries(parameters).filter(([name]) => names.has(name.toLowerCase()))),
    headers: Object.fromEntries(signedHeaders.split(';').map(name => [name, request.headers[name]])),
    withSignedParams: true,
    timestamp,
  })
  if (!authorization.endsWith(`Signature=${signature}`)) throw refusal('the signature does not match the request')
}

function refusal(reason: string): CloudError {
  return new CloudError('SIGN_PARAM_INVALID', `[SIGN_PARAM_INVALID] ${reason}`)
}
