package dev.stint.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The scopes that a tasklet has open: who was forked in each, and who failed first. Kept with the
 * cell, so that a failure cancels its siblings whatever their owner does meanwhile.
 */
final class CellScopes {
  private final Map<Integer, Open> open = new HashMap<>();
  private int last;

  private static final class Open {
    final List<CellId> forked = new ArrayList<>();
    @Nullable CellId failed;
  }

  /** One scope as plain data. */
  record Saved(int number, List<CellId> forked, @Nullable CellId failed) {}

  /** A new scope's number, which is not 0. */
  synchronized int open() {
    open.put(++last, new Open());
    return last;
  }

  /** Notes a tasklet forked; returns whether the scope has failed. */
  synchronized boolean fork(int number, CellId child) {
    Open scope = open.get(number);
    if (scope == null) {
      return true;
    }
    scope.forked.add(child);
    return scope.failed != null;
  }

  /** Notes that a tasklet has failed; returns those to be cancelled for that. */
  synchronized List<CellId> fail(int number, CellId child) {
    Open scope = open.get(number);
    if (scope == null || scope.failed != null) {
      return List.of();
    }
    scope.failed = child;
    return scope.forked.stream().filter(sibling -> !sibling.equals(child)).toList();
  }

  /** Who failed first, or null. */
  synchronized @Nullable CellId failedFirst(int number) {
    Open scope = open.get(number);
    return scope == null ? null : scope.failed;
  }

  /** Forgets a scope. */
  synchronized void close(int number) {
    open.remove(number);
  }

  /** Forgets all scopes; returns who was forked in them. */
  synchronized List<CellId> closeAll() {
    if (open.isEmpty()) {
      return List.of();
    }
    List<CellId> all = new ArrayList<>();
    open.values().forEach(scope -> all.addAll(scope.forked));
    open.clear();
    return all;
  }

  synchronized List<Saved> save() {
    List<Saved> saved = new ArrayList<>();
    open.forEach((number, scope) ->
        saved.add(new Saved(number, new ArrayList<>(scope.forked), scope.failed)));
    return saved;
  }

  synchronized void restore(List<Saved> saved) {
    for (Saved one : saved) {
      Open scope = new Open();
      scope.forked.addAll(one.forked());
      scope.failed = one.failed();
      open.put(one.number(), scope);
      last = Math.max(last, one.number());
    }
  }
}
