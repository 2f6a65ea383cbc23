/** Charts side by side are narrow and tall; one above the other, wide and low, so that both are seen. */
export const chartHeight = (width: number): number =>
  width > 590 && window.innerWidth < 1180 ? 190 : 262
