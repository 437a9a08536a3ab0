import type { SavedPicture, TakenPictures } from './capabilities'

/** Takes pictures in one after another (a phone's memory holds few at full size); one that fails does not stop the rest. */
export async function takeEach<Source>(
  sources: readonly Source[],
  takeIn: (source: Source) => Promise<SavedPicture>,
  onEach?: (done: number, of: number) => void,
): Promise<TakenPictures> {
  const pictures: SavedPicture[] = []
  let failed = 0
  for (const source of sources) {
    try {
      pictures.push(await takeIn(source))
    } catch {
      failed += 1
    }
    onEach?.(pictures.length + failed, sources.length)
  }
  return { pictures, failed }
}
