import type Taro from '@tarojs/taro'
import { contextOf, loadImage, makeCanvas } from './canvas'
import type { Orientation } from './orientation'

/** WeChat's words for the eight ways in which pixels may lie. */
const words: Record<string, Orientation> = {
  up: 1,
  'up-mirrored': 2,
  down: 3,
  'down-mirrored': 4,
  'left-mirrored': 5,
  right: 6,
  'right-mirrored': 7,
  left: 8,
} satisfies Record<keyof Taro.getImageInfo.Orientation, Orientation>

export const orientationOf = (word: string | undefined): Orientation => words[word ?? 'up'] ?? 1

/** 16 × 8 pixels, the left half black, the right half white, lying on their side (orientation 6). */
const probe =
  'data:image/jpeg;base64,/9j/4QAiRXhpZgAATU0AKgAAAAgAAQESAAMAAAABAAYAAAAAAAD/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAIABADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAYH/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/EABQBAQAAAAAAAAAAAAAAAAAAAAD/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCZaYAP/9k='

let known: Promise<boolean> | null = null

/**
 * Whether a canvas of this phone turns pictures upright by itself. Phones differ and none says so: a picture that lies
 * on its side is drawn once, and what is black then is where black is after turning, or not.
 */
export function turnsByItself(): Promise<boolean> {
  known ??= lookAtProbe()
  return known
}

async function lookAtProbe(): Promise<boolean> {
  const canvas = makeCanvas({ width: 8, height: 8 })
  const image = await loadImage(canvas, probe)
  const context = contextOf(canvas)
  context.drawImage(image, 0, 0, 8, 8)
  const [upperRight = 255] = context.getImageData(6, 1, 1, 1).data
  return upperRight < 128
}
