package dev.stint.transformer.emit;

/** The four ways in which a method's code is written. */
enum BodyKind {
  /** As it was, with replacements; everything suspendable runs pinned. */
  PLAIN,
  /** With the context as last parameter; leaves at suspension points. */
  FAST,
  /**
   * A static method of a frame and a context; enters behind a call, and goes on to the end or to
   * the next turn of a loop. As its loops are entered in the middle, the JIT makes little of them.
   */
  RESUME,
  /** A static method of a frame, a pc and a context; enters at a turn of a loop. */
  LOOPS
}
