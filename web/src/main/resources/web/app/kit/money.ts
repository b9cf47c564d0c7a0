const digits = (currency: string): number => new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;

/** Minor units of what somebody typed, such as 6500 for 65. */
export const minorUnits = (text: string, currency: string): number => Math.round(Number(text.replace(',', '.')) * 10 ** digits(currency));

/** An amount that somebody typed, as the APIs take it. */
export const money = (text: string, currency: string): { amount: number; currency: string } => ({ amount: minorUnits(text, currency), currency });

/** What somebody would type for it, such as 65 for 6500. */
export const majorUnits = (amount: number, currency: string): number => amount / 10 ** digits(currency);
