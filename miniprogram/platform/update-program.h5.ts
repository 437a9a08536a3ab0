import type { UpdateProgram } from './capabilities'

export const updateProgram: UpdateProgram = () => window.location.reload()
