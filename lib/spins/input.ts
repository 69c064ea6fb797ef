import { z } from "zod";
import { isUuid } from "@/lib/tenancy/placement";
import { EmailText, NameText } from "@/lib/text";

/** The earliest instant that a spin may bear, and how far ahead of ours its clock may be, in ms. */
export const EARLIEST = Date.parse("2000-01-01T00:00:00Z");
export const AHEAD_MS = 5 * 60_000;
export const LONGEST_MS = 86_400_000;
export const MOST_SPINS = 1_000;

/** A UUID in any letter case, but not the nil one. */
export const Uuid = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i, { error: "must be a UUID", abort: true })
  .transform((id) => id.toLowerCase())
  .refine((id) => !/^[0-]+$/.test(id), "must not be the nil UUID");

/** An instant with its zone, kept to the millisecond. */
const SpunAt = z.iso
  .datetime({ offset: true, error: "must be an RFC 3339 time with its zone", abort: true })
  .transform((text, context) => {
    const time = new Date(text);
    const fault = spunAtFault(time.getTime());
    if (fault) context.issues.push({ code: "custom", message: fault, input: text });
    return fault ? text : time.toISOString();
  });

function spunAtFault(time: number): string | undefined {
  if (!(time >= EARLIEST)) return "must not be before 2000";
  return time > Date.now() + AHEAD_MS ? "must not be more than 5 minutes ahead" : undefined;
}

/** An id or else what `Otherwise` takes: chosen by its looks, as trying one after the other takes four times as long. */
function idOr(Otherwise: z.ZodType<string, string>, error: string) {
  return z.string(error).transform((text, context) => {
    const parsed = (looksLikeId(text) ? Uuid : Otherwise).safeParse(text);
    if (parsed.success) return parsed.data;
    context.issues.push({ code: "custom", message: error, input: text });
    return text;
  });
}

function looksLikeId(text: string): boolean {
  return text.length === 36 && isUuid(text.toLowerCase());
}

const duration = `must be whole milliseconds from 1 to ${LONGEST_MS}`;

export const SpinInput = z.strictObject({
  id: Uuid.optional().describe("Chosen by the sender, so that a retry counts once; unique per tenant."),
  spinner: idOr(NameText, "must be a spinner's id or name").describe("A spinner's id or name."),
  person: idOr(EmailText, "must be a person's id or e-mail address").describe("A person's id or e-mail address."),
  duration_ms: z.int(duration).min(1, duration).max(LONGEST_MS, duration).describe("Whole milliseconds."),
  spun_at: SpunAt.optional().describe("RFC 3339 with a zone; now, if left out."),
});

export const CorrectSpin = SpinInput.omit({ id: true }).partial();

export const RecordSpins = z.strictObject({
  spins: z.array(SpinInput).min(1, "must hold at least one spin").max(MOST_SPINS, "must hold at most 1,000 spins"),
});

export type SpinInput = z.output<typeof SpinInput>;
