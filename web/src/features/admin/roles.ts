import type { Schema } from "@/api/client";

export type Role = Schema["PersonOut"]["role"];
export const ROLES: Role[] = ["member", "admin"];
