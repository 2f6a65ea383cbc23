import { create } from 'zustand'
import { DEFAULT_OPTIONS, type PictureOptions } from './picture-options'

/** How pictures are wanted, until the window is closed. */
export const useOptions = create<PictureOptions>()(() => DEFAULT_OPTIONS)

export const setOptions = useOptions.setState
