/** What of JSON Schema (2020-12) our documents use. */
interface Schema {
  type?: string;
  format?: string;
  description?: string;
  enum?: readonly unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  required?: readonly string[];
  items?: Schema;
  anyOf?: readonly Schema[];
}

/** A schema as a type that one reads at a glance, in the manner of TypeScript; nested by two spaces. */
export function shapeOf(given: unknown, indent = ""): string {
  const schema = asSchema(given);
  if (schema.anyOf) return schema.anyOf.map((each) => shapeOf(each, indent)).join(" | ");
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.items) return `${inBrackets(shapeOf(schema.items, indent))}[]`;
  if (schema.properties) return objectOf(schema, indent);
  return schema.format ? `${schema.type} (${schema.format})` : (schema.type ?? "any");
}

function objectOf({ properties = {}, required = [] }: Schema, indent: string): string {
  const inner = `${indent}  `;
  const lines = Object.entries(properties).map(([name, property]) => {
    const optional = required.includes(name) ? "" : "?";
    const note = property.description ? `  // ${property.description}` : "";
    return `${inner}${name}${optional}: ${shapeOf(property, inner)}${note}`;
  });
  return lines.length === 0 ? "{}" : `{\n${lines.join("\n")}\n${indent}}`;
}

function inBrackets(shape: string): string {
  return shape.includes(" | ") && !shape.startsWith("{") ? `(${shape})` : shape;
}

function asSchema(given: unknown): Schema {
  return typeof given === "object" && given !== null ? given : {};
}
