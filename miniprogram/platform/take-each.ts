import type { SavedPicture, TakenPictures } from './capabilities'

/** Takes pictures in one after another (a phone's memory holds few at full size); one that fails does not stop the rest. */
export async function takeEach<Source>(
  sources: readonly Source[],
  takeIn: (source: Source) => Promise<SavedPicture[]>,
  onEach?: (done: number, of: number) => void,
): Promise<TakenPictures> {
  const groups: SavedPicture[][] = []
  let failed = 0
  for (const [place, source] of sources.entries()) {
    onEach?.(place + 1, sources.length)
    try {
      groups.push(await takeIn(source))
    } catch {
      failed += 1
    }
  }
  return { pictures: groups.flat(), groups, failed }
}
