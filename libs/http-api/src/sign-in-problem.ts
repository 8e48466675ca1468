/** Why a sign-in at the identity provider let nobody in, as the login page says it. The address carries the code alone. */
export const signInProblems = {
  'no-account': { label: '没有对应的账号，请联系系统管理员' },
  disabled: { label: '账号已停用，请联系系统管理员' },
  stale: { label: '这次登录已失效，请重新登录' },
  refused: { label: '统一身份认证没有通过，请重新登录；仍不行请联系系统管理员' },
  'provider-down': { label: '统一身份认证暂时连接不上，请稍后再试，或用用户名和密码登录' },
} as const;

export type SignInProblem = keyof typeof signInProblems;
