/**
 * Een verwachte weigering is een waarde, geen uitzondering: wie een flow aanroept, moet haar afhandelen.
 * Wat niet had mogen gebeuren, gooit wel.
 */
export type Uitkomst<Waarde, Reden> = { ok: true; waarde: Waarde } | { ok: false; reden: Reden }

export const gelukt = <Waarde>(waarde: Waarde): { ok: true; waarde: Waarde } => ({ ok: true, waarde })
export const geweigerd = <Reden>(reden: Reden): { ok: false; reden: Reden } => ({ ok: false, reden })
