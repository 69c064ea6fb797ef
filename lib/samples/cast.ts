/* Who and what a sample is made of. No mail reaches `.invalid` (RFC 2606), so nobody can be these people. */

export const SAMPLE_PEOPLE = ["Ada", "Bo", "Cleo", "Dev", "Eli"].map((name) => ({
  name: `${name} Sample`,
  email: `${name.toLowerCase()}@samples.invalid`,
}));

export const SAMPLE_SPINNERS = ["Sample Comet", "Sample Turbine", "Sample Gyro", "Sample Brass"];
