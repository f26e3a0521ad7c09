/** Whether files are kept in a bucket, not in a folder. */
export const isBucket = (place: string): boolean => /^https?:\/\//.test(place);
