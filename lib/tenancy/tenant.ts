import type { Placement } from "./placement";

/** One customer company, as the catalog knows it. */
export interface Tenant {
  id: string;
  slug: string;
  name: string;
  status: "active" | "suspended";
  /** IANA name of the zone in which its days begin and end. */
  timeZone: string;
  placement: Placement;
}
