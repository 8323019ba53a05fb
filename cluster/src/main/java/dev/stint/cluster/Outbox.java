package dev.stint.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What comes of the command that is being applied. */
final class Outbox {
  private final List<Effect> effects = new ArrayList<>();
  private final List<Fact> facts = new ArrayList<>();

  void send(Effect effect) {
    effects.add(effect);
  }

  /** Takes back orders that this same command has made pointless. */
  void withdraw(Predicate<Effect> which) {
    effects.removeIf(which);
  }

  void tell(Fact fact) {
    facts.add(fact);
  }

  /** Everything since the last call. */
  Applied answer(Answer answer) {
    Applied applied = new Applied(answer, effects, facts);
    effects.clear();
    facts.clear();
    return applied;
  }
}
