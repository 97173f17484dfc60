/** Ten digits that may be a CPR number, with a dash, a space or nothing before the last four. */
export const CPR_SHAPE = /(?<!\d)\d{6}[- ]?\d{4}(?!\d)/;
