/** Whether the person asked their device for less motion. */
export const wantsCalm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
