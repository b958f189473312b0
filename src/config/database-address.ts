/**
 * A database's address as it can be parsed: whoever pastes a password into it does not think of percent-encoding, and
 * "p@ss/word" would otherwise be read, and printed, as a part of the host. The host begins after the last @.
 */
export function withEncodedPassword(url: string): string {
  const [, scheme, user, password, rest] = /^(postgres(?:ql)?:\/\/)([^:@/]*):(.*)@([^@]*)$/u.exec(url) ?? [];
  if (scheme === undefined || user === undefined || password === undefined || rest === undefined) return url;
  const isEncoded = /^(?:[\w.~!$&'()*+,;=-]|%[0-9a-f]{2})*$/iu.test(password);
  return `${scheme}${user}:${isEncoded ? password : encodeURIComponent(password)}@${rest}`;
}
