package dev.stint.cluster.balance;

import dev.stint.cluster.CellId;
import dev.stint.cluster.NodeId;
import dev.stint.cluster.NodeState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which cells would be where, while a plan is being made. */
final class Allocation {
  /** A node with the cells it would have. */
  static final class Site {
    final NodeLoad node;
    final TreeMap<CellId, CellLoad> cells = new TreeMap<>();
    private double demand;
    private long freeBytes;

    private Site(NodeLoad node) {
      this.node = node;
      this.freeBytes = node.freeBytes();
    }

    NodeId id() {
      return node.node();
    }

    double demand() {
      return demand;
    }

    /** Demand per carrier: above 1, something waits. */
    double pressure() {
      return demand / node.carriers();
    }

    double pressureWith(double extra) {
      return (demand + extra) / node.carriers();
    }

    /** The share of its demand that a cell here gets. */
    double speed() {
      return speedAt(pressure());
    }

    boolean takes(CellLoad cell) {
      return node.state() == NodeState.UP
          && cell.bytes() <= freeBytes
          && node.meets(cell.requires());
    }

    private void add(CellLoad cell) {
      cells.put(cell.cell(), cell);
      demand += cell.demand();
    }
  }

  /** Demand is a sum of fractions: a rounding error is no reason to move. */
  private static final double ROUNDING = 1e-9;

  private static final Comparator<Site> LEAST_PRESSED_FIRST =
      Comparator.<Site>comparingDouble(site -> site.pressureWith(1))
          .thenComparing(site -> site.id());

  private final Instant now;
  private final TreeMap<NodeId, Site> sites = new TreeMap<>();
  private final TreeSet<Site> targets = new TreeSet<>(LEAST_PRESSED_FIRST);

  Allocation(LoadView view) {
    this.now = view.now();
    view.nodes().forEach(node -> sites.put(node.node(), new Site(node)));
    for (CellLoad cell : view.cells()) {
      Site site = sites.get(cell.on());
      if (site != null) {
        site.add(cell);
      }
    }
    sites.values().stream().filter(site -> site.node.state() == NodeState.UP).forEach(targets::add);
  }

  static double speedAt(double pressure) {
    return pressure <= 1 ? 1 : 1 / pressure;
  }

  Collection<Site> sites() {
    return sites.values();
  }

  /** The least pressed node, other than one, that may take the cell. */
  Optional<Site> bestTarget(CellLoad cell, Site except) {
    return targets.stream().filter(site -> site != except && site.takes(cell)).findFirst();
  }

  /** The node that would be least pressed with the cell, of those that may take it. */
  Optional<Site> leastPressed(CellLoad cell) {
    return targets.stream()
        .filter(site -> site.takes(cell))
        // Of equals the node where it is: it need not move.
        .min(
            Comparator.<Site>comparingDouble(site -> site.pressureWith(cell.demand()))
                .thenComparing(site -> !site.id().equals(cell.on()))
                .thenComparing(Site::id));
  }

  /** Adds a cell that was nowhere. */
  void place(CellLoad cell, Site to) {
    targets.remove(to);
    to.add(cell);
    targets.add(to);
  }

  /** The most pressed node whose cells wait, among those not in a list. */
  Optional<Site> mostPressed(Set<NodeId> except) {
    return sites.values().stream()
        .filter(
            site -> site.node.state() == NodeState.UP || site.node.state() == NodeState.CORDONED)
        .filter(site -> site.pressure() > 1 + ROUNDING && !except.contains(site.id()))
        .max(
            Comparator.comparingDouble(Site::pressure)
                .thenComparing(Site::id, Comparator.reverseOrder()));
  }

  void move(CellLoad cell, Site from, Site to) {
    // Both change their places in the order: out first, then in again.
    boolean fromIsTarget = targets.remove(from);
    targets.remove(to);
    from.cells.remove(cell.cell());
    from.demand = from.cells.isEmpty() ? 0 : from.demand - cell.demand();
    // Moved as of now: damping then keeps a plan from moving a cell twice.
    to.add(cell.movedTo(to.id(), now));
    to.freeBytes = to.freeBytes == Long.MAX_VALUE ? Long.MAX_VALUE : to.freeBytes - cell.bytes();
    if (fromIsTarget) {
      targets.add(from);
    }
    targets.add(to);
  }

  /** The cells of a site, those that ask for most first, of equals the lightest first. */
  static List<CellLoad> heaviestFirst(Site site) {
    List<CellLoad> cells = new ArrayList<>(site.cells.values());
    cells.sort(
        Comparator.comparingDouble(CellLoad::demand)
            .reversed()
            .thenComparingLong(CellLoad::bytes)
            .thenComparing(CellLoad::cell));
    return cells;
  }
}
