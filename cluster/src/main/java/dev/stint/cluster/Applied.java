package dev.stint.cluster;

import java.util.List;

/**
 * What came of one command.
 *
 * @param effects orders that became due with this command, in the order they should be sent
 */
public record Applied(Answer answer, List<Effect> effects, List<Fact> facts) {
  /** Copies the lists. */
  public Applied {
    effects = List.copyOf(effects);
    facts = List.copyOf(facts);
  }
}
