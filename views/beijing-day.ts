/** SQL: the number of the day of Beijing in which an instant lies, in whole days since the epoch; counted, since spelling a day costs ten times that. */
export const dayNumber = (at: string): string => `((${at} + 28800000) / 86400000)`;

/** SQL: that day, as a date. */
export const beijingDay = (at: string): string => `(date 'epoch' + ${dayNumber(at)}::int)`;
