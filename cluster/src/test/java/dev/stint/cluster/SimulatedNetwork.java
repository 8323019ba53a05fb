package dev.stint.cluster;

/**
 * Carries messages; while faults are on it loses, doubles and delays them, and so reorders them.
 */
final class SimulatedNetwork {
  /**
   * How bad the network is.
   *
   * @param maxDelay longest delay in ms; below the life of a tombstone, as in production, where
   *     messages do not outlive their connection
   */
  record Faults(double drop, double duplicate, double slow, int maxDelay) {
    static final Faults NONE = new Faults(0, 0, 0, 5);
    static final Faults BAD = new Faults(0.08, 0.15, 0.2, 1_500);
  }

  private static final int USUAL_DELAY = 5;

  private final SimulatedWorld world;
  private Faults faults;

  SimulatedNetwork(SimulatedWorld world, Faults faults) {
    this.world = world;
    this.faults = faults;
  }

  void heal() {
    faults = Faults.NONE;
  }

  void send(Runnable delivery) {
    if (world.chance(faults.drop)) {
      return;
    }
    world.after(delay(), delivery);
    if (world.chance(faults.duplicate)) {
      world.after(delay(), delivery);
    }
  }

  private long delay() {
    boolean slow = world.chance(faults.slow);
    return world.between(1, slow ? faults.maxDelay : USUAL_DELAY);
  }
}
