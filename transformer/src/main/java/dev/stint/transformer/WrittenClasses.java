package dev.stint.transformer;

import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** Where a transformed program's class files come from: written on demand, or read from a cache. */
interface WrittenClasses {
  /** The class file, or null if there is no such class. */
  byte @Nullable [] bytes(String internalName);

  /** All class files in name order. */
  NavigableMap<String, byte[]> all();

  /** What was done for all of them. */
  TransformReport report();

  /** Class files that are all there already. */
  record Stored(NavigableMap<String, byte[]> all, TransformReport report)
      implements WrittenClasses {
    @Override
    public byte @Nullable [] bytes(String internalName) {
      return all.get(internalName);
    }
  }
}
