/** Calls back once the frame that shows the page as it now stands has been painted. */
export function afterPaint(callback: () => void): void {
  requestAnimationFrame(() => {
    // A message to oneself is heard once the frame has been painted.
    const painted = new MessageChannel()
    painted.port1.onmessage = callback
    painted.port2.postMessage(null)
  })
}
