package dev.stint.cluster.balance;

import dev.stint.cluster.MoveReason;
import dev.stint.cluster.NodeId;
import dev.stint.cluster.balance.Allocation.Site;
import dev.stint.cluster.balance.Plan.PlannedMove;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Relieves the most pressed node with as few moves as possible, until nobody waits who could run
 * elsewhere. A move must leave its target less pressed than its source was, and must pay. After
 * Charm++'s GreedyRefineLB, with a cost model and damping.
 *
 * @param maxMoves most moves in one plan
 */
public record GreedyRefine(CostModel costs, Damping damping, int maxMoves) implements Strategy {
  /** The default figures, at most 256 moves in one plan. */
  public static final GreedyRefine DEFAULT =
      new GreedyRefine(CostModel.DEFAULT, Damping.DEFAULT, 256);

  /** Demand is a sum of fractions: a rounding error is no reason to move. */
  private static final double ROUNDING = 1e-9;

  /**
   * A target must be at least this much less pressed than the source was, or cells would wander.
   */
  private static final double WORTHWHILE = 0.9;

  @Override
  public Plan plan(LoadView view) {
    Allocation allocation = new Allocation(view);
    List<PlannedMove> moves = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    int movesBefore = -1;
    // A node that could give nothing away may be able to once others have: until a round is idle.
    while (moves.size() > movesBefore && moves.size() < maxMoves) {
      movesBefore = moves.size();
      remarks.clear();
      round(allocation, view.now(), moves, remarks);
    }
    if (moves.isEmpty() && remarks.isEmpty()) {
      remarks.add(nobodyWaits(allocation));
    }
    return new Plan(moves, remarks);
  }

  private void round(
      Allocation allocation, Instant now, List<PlannedMove> moves, List<String> remarks) {
    Set<NodeId> exhausted = new TreeSet<>();
    while (moves.size() < maxMoves) {
      Optional<Site> pressed = allocation.mostPressed(exhausted);
      if (pressed.isEmpty()) {
        return;
      }
      Site source = pressed.get();
      Candidate best = best(allocation, source, now);
      if (best == null) {
        exhausted.add(source.id());
        remarks.add(whyNothingLeaves(allocation, source, now));
      } else {
        moves.add(best.move(source));
        allocation.move(best.cell, source, best.target);
      }
    }
  }

  private record Candidate(CellLoad cell, Site target, Duration gain, Duration cost) {
    Duration net() {
      return gain.minus(cost);
    }

    PlannedMove move(Site source) {
      String text =
          String.format(
              Locale.ROOT,
              "%s wants %.2f carriers; %s is at %.2f of its %d, %s would be at %.2f of its %d;"
                  + " expected to win %d ms for a cost of %d ms",
              cell.cell(),
              cell.demand(),
              source.id(),
              source.pressure(),
              source.node.carriers(),
              target.id(),
              target.pressureWith(cell.demand()),
              target.node.carriers(),
              gain.toMillis(),
              cost.toMillis());
      return new PlannedMove(
          cell.cell(),
          source.id(),
          target.id(),
          gain,
          cost,
          new MoveReason(MoveReason.Kind.BALANCE, text));
    }
  }

  private @Nullable Candidate best(Allocation allocation, Site source, Instant now) {
    Candidate best = null;
    for (CellLoad cell : Allocation.heaviestFirst(source)) {
      Candidate candidate = candidate(allocation, source, cell, now);
      boolean better =
          candidate != null
              && costs.pays(candidate.gain, candidate.cost)
              && (best == null || candidate.net().compareTo(best.net()) > 0);
      if (better) {
        best = candidate;
      }
    }
    return best;
  }

  /** What moving the cell would bring, or null if it may not or would relieve nobody. */
  private @Nullable Candidate candidate(
      Allocation allocation, Site source, CellLoad cell, Instant now) {
    if (cell.demand() <= ROUNDING || cell.obstacle() != null || damping.holds(cell, now)) {
      return null;
    }
    Site target = allocation.bestTarget(cell, source).orElse(null);
    if (target == null) {
      return null;
    }
    double pressure = target.pressureWith(cell.demand());
    if (pressure > source.pressure() * WORTHWHILE) {
      return null;
    }
    Duration gain = costs.gain(cell, source.speed(), Allocation.speedAt(pressure), now);
    return new Candidate(cell, target, gain, costs.cost(cell.bytes()));
  }

  private String whyNothingLeaves(Allocation allocation, Site source, Instant now) {
    TreeMap<String, Integer> reasons = new TreeMap<>();
    for (CellLoad cell : source.cells.values()) {
      if (cell.demand() > ROUNDING) {
        reasons.merge(whyItStays(allocation, source, cell, now), 1, Integer::sum);
      }
    }
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%s is at %.2f of its %d carriers and keeps its cells:",
                source.id(),
                source.pressure(),
                source.node.carriers()));
    reasons.forEach(
        (why, count) -> text.append(' ').append(count).append(' ').append(why).append(';'));
    text.setLength(text.length() - 1);
    return text.toString();
  }

  private String whyItStays(Allocation allocation, Site source, CellLoad cell, Instant now) {
    String obstacle = cell.obstacle();
    if (obstacle != null) {
      return "cannot move (" + obstacle + ")";
    }
    if (damping.holds(cell, now)) {
      return "moved a moment ago";
    }
    if (allocation.bestTarget(cell, source).isEmpty()) {
      return "may run on no other node that is up";
    }
    return candidate(allocation, source, cell, now) == null
        ? "would wait as long elsewhere"
        : "would win less than a move costs";
  }

  private static String nobodyWaits(Allocation allocation) {
    return allocation.sites().stream()
        .max(Comparator.comparingDouble(Site::pressure))
        .map(busiest ->
            String.format(
                Locale.ROOT,
                "Nothing moves: nobody waits; the busiest node, %s, is at %.2f of its %d"
                    + " carriers",
                busiest.id(),
                busiest.pressure(),
                busiest.node.carriers()))
        .orElse("Nothing moves: there are no nodes");
  }
}
