package dev.stint.transformer.analysis;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** Which companions each class of the program implements. */
public final class CompanionIndex {
  private final Map<String, NavigableSet<String>> byImplementor = new HashMap<>();

  public CompanionIndex(FormTable forms) {
    forms
        .companions()
        .forEach((key, implementors) ->
            implementors.forEach(
                i -> byImplementor.computeIfAbsent(i, n -> new TreeSet<>()).add(key.type())));
  }

  /** The types outside the program whose companions this class implements, in name order. */
  public Set<String> of(String internalName) {
    NavigableSet<String> types = byImplementor.get(internalName);
    return types == null ? Set.of() : types;
  }
}
