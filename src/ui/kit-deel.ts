import type { FC } from 'hono/jsx'

/** Eén deel van de kit met al zijn standen, op een eigen pagina. */
export type KitDeel = { naam: string; titel: string; lead: string; Inhoud: FC }
