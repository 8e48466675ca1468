import { z } from 'zod';

/**
 * The one form in which a username is kept and looked for: `Shift-Lead`, `ｓｈｉｆｔ-ｌｅａｄ` and `shift-lead` are the same
 * person, so full-width forms are folded (NFKC) and case is not told apart.
 */
export const usernameForm = (text: string): string => text.trim().normalize('NFKC').toLowerCase();

export const username = z
  .string()
  .max(200)
  .transform(usernameForm)
  .pipe(
    z
      .string()
      .min(2)
      .max(60)
      .regex(/^[\p{L}\p{N}._@-]+$/u, '只能用文字、数字、点、横线、下划线和@'),
  );
