package dev.stint.cluster.balance;

/**
 * Decides which cells should move. A strategy is a pure function: the same view gives the same
 * plan, with a reason for each move and remarks on what stays.
 */
@FunctionalInterface
public interface Strategy {
  /** What should be done about the load. */
  Plan plan(LoadView view);

  /** This strategy, then another for the view as it will be after this one's plan. */
  default Strategy then(Strategy next) {
    return view -> {
      Plan first = plan(view);
      return first.and(next.plan(view.after(first)));
    };
  }
}
