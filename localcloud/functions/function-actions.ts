import { type Actions, requiredText } from '../admin/action'
import { CloudError } from '../cloud-error'
import type { FunctionRunner } from './function-runner'

const REQUEST_LIMIT = 6 * 1024 * 1024

/** `functions.invokeFunction`: one function calls another. The caller's person does not travel along. */
export function functionActions(runner: FunctionRunner): Actions {
  return {
    'functions.invokeFunction': async (request, headers) => {
      const name = requiredText(request, 'function_name')
      const event =
        typeof request.request_data === 'string' && request.request_data !== '' ? request.request_data : '{}'
      if (Buffer.byteLength(event) > REQUEST_LIMIT) {
        throw new CloudError('EXCEED_MAX_PAYLOAD_SIZE', '[EXCEED_MAX_PAYLOAD_SIZE] the request is larger than 6 MB')
      }
      // The SDK names the chain of sources, `wx_client,scf`; an unknown first one leaves `,scf`.
      const source = String(headers['x-tcb-source'] ?? 'scf').replace(/^,/, '')
      const result = await runner.run(name, event, { kind: 'function', source })
      return { data: { response_data: result ?? 'null' } }
    },
  }
}
