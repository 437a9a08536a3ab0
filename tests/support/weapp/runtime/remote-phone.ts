/** The phone of the test, reached over HTTP: at once for the APIs ending in Sync, in the background for the others. */

type Given = Record<string, string | boolean | undefined>

/** Nothing came back: no signal, or the answer was lost on the way. */
export class NoAnswer extends Error {}

const NO_ANSWER = 599

/** Carries out an operation and waits, as `wx.getStorageSync` and its like do. @throws Error with the phone's words. */
export function phoneNow(operation: string, given: Given = {}, body?: string | ArrayBuffer): unknown {
  return JSON.parse(sendNow(operation, given, body).responseText)
}

/** Reads a file and waits. */
export function readPhoneFileNow(path: string): ArrayBuffer {
  // A waiting request may not ask for bytes; this charset hands each byte through as the low half of a character.
  const text = sendNow('readFile', { path }, undefined, 'text/plain; charset=x-user-defined').responseText
  const bytes = new Uint8Array(text.length)
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index) & 0xff
  return bytes.buffer
}

function sendNow(operation: string, given: Given, body?: string | ArrayBuffer, type?: string): XMLHttpRequest {
  const request = new XMLHttpRequest()
  request.open('POST', phoneAddress(operation, given), false)
  if (type) request.overrideMimeType(type)
  request.send(body)
  if (request.status !== 200) throw new Error(request.responseText)
  return request
}

/** Carries out an operation in the background. @throws Error with the phone's words. */
export async function phone(operation: string, given: Given = {}, body?: BodyInit): Promise<unknown> {
  const response = await sendLater(operation, given, body)
  return response.json()
}

/** Reads a file in the background. */
export async function readPhoneFile(path: string): Promise<ArrayBuffer> {
  return (await sendLater('readFile', { path })).arrayBuffer()
}

/** Puts bytes on the phone as a temporary file and answers its path. */
export async function putTemporary(bytes: Blob, extension: string): Promise<string> {
  return String(await phone('putTemporary', { extension }, bytes))
}

async function sendLater(operation: string, given: Given, body?: BodyInit): Promise<Response> {
  const response = await fetch(phoneAddress(operation, given), { method: 'POST', body: body ?? null })
  if (!response.ok) throw new Error(await response.text())
  return response
}

function phoneAddress(operation: string, given: Given): string {
  return `/phone/${operation}?given=${encodeURIComponent(JSON.stringify(given))}`
}

/** Sends something to the world outside the phone. @throws NoAnswer when nothing comes back. */
export async function toWorld(address: string, request: RequestInit): Promise<Response> {
  const response = await fetch(address, request).catch(() => {
    throw new NoAnswer()
  })
  if (response.status === NO_ANSWER) throw new NoAnswer()
  return response
}

/** Fetches any address as `wx.request` does, without a browser's rules about origins. */
export function fetchFromWorld(to: string, method = 'GET', header: unknown = {}, body?: BodyInit): Promise<Response> {
  const request = encodeURIComponent(JSON.stringify({ to, method, header }))
  return toWorld(`/carry?request=${request}`, { method: 'POST', body: body ?? null })
}

/** The address under which the view can show a picture: a file on the phone, in the package, or on the web. */
export function pictureAddress(source: string): string {
  if (!source.startsWith('wxfile://')) return source
  return phoneAddress('readFile', { path: source })
}
