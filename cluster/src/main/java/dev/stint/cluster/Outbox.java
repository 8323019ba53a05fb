package dev.stint.cluster;

import java.util.ArrayList;
import java.util.List;

/** What comes of the command that is being applied. */
final class Outbox {
  private final List<Effect> effects = new ArrayList<>();
  private final List<Fact> facts = new ArrayList<>();

  void send(Effect effect) {
    effects.add(effect);
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
