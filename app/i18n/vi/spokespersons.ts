export const spokespersons = {};
