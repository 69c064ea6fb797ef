import { walls } from "@/drizzle/tenant/schema";

/** A display: what it shows, and to what end of the names. */
export interface Wall {
  id: string;
  name: string;
  board: "spinners" | "people" | "both";
  names: "full" | "short" | "hidden";
  /** How many days back its figures reach, today included. */
  days: 7 | 30 | 90;
  createdAt: Date;
  revokedAt: Date | null;
}

/** What is read of one. */
export const WALL = {
  id: walls.id,
  name: walls.name,
  board: walls.board,
  names: walls.names,
  days: walls.days,
  createdAt: walls.createdAt,
  revokedAt: walls.revokedAt,
};
