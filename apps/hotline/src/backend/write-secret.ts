import { writeWhole } from '#platform/write-whole';

/**
 * Writes a file only its owner can read (0600), whole or not at all, and on the disk when it returns:
 * a key that encrypts data must not be younger than the data after a power cut.
 */
export const writeSecret = (file: string, content: string | Buffer): Promise<void> => writeWhole(file, content, 0o600);
