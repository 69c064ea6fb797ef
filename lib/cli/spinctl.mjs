#!/usr/bin/env node
// Node 20 does not read TypeScript: tsx does.
import { register } from "tsx/esm/api";

register();
await import("./spinctl.ts");
