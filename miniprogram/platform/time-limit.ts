/** Answers `late` where the promise takes longer than `milliseconds`; what it answers afterwards is dropped. */
export function withTimeLimit<Value, Late>(promise: Promise<Value>, milliseconds: number, late: Late) {
  return new Promise<Value | Late>((resolve, reject) => {
    const timer = setTimeout(() => resolve(late), milliseconds)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
