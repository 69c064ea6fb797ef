/** Somebody with an account for the operator's console. */
export interface Operator {
  id: string;
  email: string;
  name: string;
}
