// What runs in the lab's page: it makes pictures, has the H5 build's own code to take them, and looks at what came of them.
export { adjustPicture } from '../../../miniprogram/platform/adjust-picture'
export { pictures } from '../../../miniprogram/platform/pictures'
export { draw } from './draw'
export { legibilityAt, look } from './look'
export { readSaved } from './saved'
