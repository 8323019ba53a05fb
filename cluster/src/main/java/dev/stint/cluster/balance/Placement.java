package dev.stint.cluster.balance;

import dev.stint.cluster.NodeId;
import dev.stint.cluster.NodeState;
import dev.stint.cluster.balance.Allocation.Site;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Where a new job's root starts: on the node that would be least pressed with one more tasklet.
 *
 * @param reason one sentence with the figures that decided
 */
public record Placement(NodeId node, String reason) {
  /**
   * The node for a root, or nothing if no node that is up has the labels.
   *
   * @param requires labels that the node must have
   */
  public static Optional<Placement> of(LoadView view, SortedMap<String, String> requires) {
    return new Allocation(view)
        .sites().stream()
            .filter(site -> site.node.state() == NodeState.UP && site.node.meets(requires))
            .min(
                Comparator.<Site>comparingDouble(site -> site.pressureWith(1))
                    .thenComparing(Site::id))
            .map(site -> new Placement(site.id(), reason(site)));
  }

  private static String reason(Site site) {
    return String.format(
        Locale.ROOT,
        "%s is least pressed, at %.2f of its %d carriers",
        site.id(),
        site.pressure(),
        site.node.carriers());
  }
}
