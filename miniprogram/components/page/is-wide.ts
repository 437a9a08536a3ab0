import Taro from '@tarojs/taro'

/** From here on tokens.css turns into the PC view. */
const PC_WIDTH = 900

/** Whether the window holds what only a PC has room for. */
export const isWide = (): boolean => Taro.getWindowInfo().windowWidth >= PC_WIDTH
