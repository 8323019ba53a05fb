package dev.stint.transformer.analysis;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** Which companions each class of the program implements. */
public final class CompanionIndex {
  private final Map<String, NavigableSet<CompanionKey>> byImplementor = new HashMap<>();

  public CompanionIndex(FormTable forms) {
    forms
        .companions()
        .forEach((key, implementors) ->
            implementors.forEach(
                i -> byImplementor.computeIfAbsent(i, n -> new TreeSet<>()).add(key)));
  }

  /** The methods outside the program whose companions this class implements, in order. */
  public Set<CompanionKey> of(String internalName) {
    NavigableSet<CompanionKey> keys = byImplementor.get(internalName);
    return keys == null ? Set.of() : keys;
  }
}
