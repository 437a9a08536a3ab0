/** 138 0000 0312: a mobile number in the groups in which people read it out; any other number as it was written. */
export function printPhone(phone: string): string {
  return phone.trim().replace(/^(1\d{2})(\d{4})(\d{4})$/, '$1 $2 $3')
}
