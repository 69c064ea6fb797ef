export const units = {
  none: "–",
  seconds: (amount: string) => `${amount} s`,
  minutes: (amount: string) => `${amount} min`,
  clock: (minutes: string, seconds: string) => `${minutes}:${seconds}`,
  hours: (amount: string) => `${amount} h`,
  percent: (amount: string) => `${amount} %`,
  days: (amount: string, count: number) => `${amount} ${count === 1 ? "day" : "days"}`,
  spins: (amount: string, count: number) => `${amount} ${count === 1 ? "spin" : "spins"}`,
};
