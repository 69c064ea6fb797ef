import { ActionForm } from "@/app/_ui/action-form";
import { Button } from "@/app/_ui/button";
import { words } from "@/lib/words/words";
import { takeSamplesAway } from "./sample-actions";

/** Says that figures are made up, to everybody; to those who may, how to be rid of that. */
export function SampleNotice({ may }: { may: boolean }) {
  const { samples } = words();
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded-md bg-brass-soft px-4 py-2.5">
      <p>{samples.present}</p>
      {may && (
        <ActionForm action={takeSamplesAway}>
          <Button variant="quiet">{samples.remove}</Button>
        </ActionForm>
      )}
    </div>
  );
}
