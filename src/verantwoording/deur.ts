/** De deur van verantwoording: wat andere kamers mogen gebruiken. */
export * from '#verantwoording/poorten.ts'
export * from '#verantwoording/rapport.ts'
export * from '#verantwoording/toontabel.ts'
