package dev.stint.cli;

import java.util.Locale;

/** How answers are written. */
enum Format {
  /** For people. */
  TABLE,
  /** For people, with all columns. */
  WIDE,
  /** One JSON document. */
  JSON,
  /** One JSON document per line. */
  JSONL,
  /** One YAML document. */
  YAML,
  /** The names only, one per line. */
  NAME;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
