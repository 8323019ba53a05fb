package dev.stint.transformer.emit;

/** The three ways in which a method's code is written. */
enum BodyKind {
  /** As it was, with replacements; everything suspendable runs pinned. */
  PLAIN,
  /** With the context as last parameter; leaves at suspension points. */
  FAST,
  /** A static method of a frame and a context; enters at a suspension point, leaves at others. */
  RESUME
}
